using System.Text.Json.Nodes;
using CityGrains.Api.Commands;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of a verb: its body as the reader reads it, with an example, and the headers of commands.</summary>
internal sealed class CommandOperation(CommandBodies bodies) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<CommandRoute>().SingleOrDefault() is not { } route) return Task.CompletedTask;

        var events = string.Join(" or ", route.Verb.Otherwise.Prepend(route.Verb.Event).Select(type => $"`{Journal.Record.EventNames.NameOf(type)}`"));
        operation.Description = $"Records {events}. Role: `{route.Verb.Role}`{(route.Verb.OwnRole is { } own ? $", or `{own}` of the office itself" : "")}.";
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = bodies.ShapeOf(route.Verb, route.TakesId).Describe(), Example = JsonNode.Parse(route.Verb.Example) },
            },
        };
        operation.Parameters ??= [];
        operation.Parameters.Add(Header(CommandIdentity.Header, "1 to 255 visible ASCII characters that name the command. Once it is recorded, the same again is answered as the first time; what was refused recorded nothing, and is decided anew."));
        operation.Parameters.Add(Header("If-Match", "The ETag you saw; another version is answered 412."));
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
