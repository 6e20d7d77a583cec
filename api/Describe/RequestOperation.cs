using CityGrains.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of the filters of requests for feedback.</summary>
internal sealed class RequestOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestRoute>().SingleOrDefault() is not { } route) return Task.CompletedTask;

        operation.Parameters =
        [
            .. operation.Parameters ?? [],
            Query(RequestQueries.Office, "The body that asks / Cơ quan hỏi, as it was written. Repeat it for any of several.", Names()),
            Query(RequestQueries.AskedOf, "The body that is asked / Cơ quan được hỏi, as it was written. Repeat it for any of several.", Names()),
            Query(RequestQueries.Open, "true: those whose answer is awaited; false: those answered or taken back.",
                new OpenApiSchema { Type = JsonSchemaType.Boolean }),
            Query(RequestQueries.DueBefore, "Those due before that day, YYYY-MM-DD.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
        ];
        if (!route.Paged) return Task.CompletedTask;
        operation.Parameters.Add(Query(RequestQueries.After, "The next of the page before.", new OpenApiSchema { Type = JsonSchemaType.String }));
        operation.Parameters.Add(Query("limit", "Items on a page.", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "500" }));
        operation.Parameters.Add(Query("count", "true: say in total how many match.", new OpenApiSchema { Type = JsonSchemaType.Boolean }));
        return Task.CompletedTask;
    }

    private static OpenApiSchema Names() => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
}
