using CityGrains.Api.Feed;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of the feed.</summary>
internal sealed class FeedOperation : IOpenApiOperationTransformer
{
    private const string After = "A place the feed has given: next of a page, cursor of an event, id of a server-sent event. Left out: the beginning. end: only what comes from now on.";

    private const string Stream = """
        Server-sent events: `id` is the place in the feed, `data` one CloudEvent. A reader that comes back sends the last `id` as `Last-Event-ID` and misses nothing.
        Comments are sent as a sign of life; a reader that takes nothing for 20 seconds is let go.
        """;

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<FeedRoute>().SingleOrDefault() is not { } feed) return Task.CompletedTask;

        operation.Parameters = [.. operation.Parameters ?? [], Text("after", ParameterLocation.Query, After)];
        if (feed.Paged)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "limit", In = ParameterLocation.Query, Description = "Events on a page.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "500" },
            });
            return Task.CompletedTask;
        }

        operation.Description = Stream.ReplaceLineEndings(" ");
        operation.Parameters.Add(Text("Last-Event-ID", ParameterLocation.Header, "The last id that was received; goes before after."));
        return Task.CompletedTask;
    }

    private static OpenApiParameter Text(string name, ParameterLocation where, string description) =>
        new() { Name = name, In = where, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
