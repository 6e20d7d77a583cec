using CityGrains.Api.Queries.Past;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of a route that can look back.</summary>
internal sealed class AsOfOperation : IOpenApiOperationTransformer
{
    private const string On = """
        What was so at the end of that day (Vietnam), as YYYY-MM-DD: what certainly happened later is left out, what nobody dated counts, and a correction counts
        whenever it is known, for it says what was so all along.
        """;

    private const string Known = """
        What was known at that instant: only what had been recorded by then. ISO 8601 with an offset or Z; a day alone means its end in Vietnam. With `on`: what was then known of that day.
        """;

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AsOfRoute>().Any())
            operation.Parameters = [.. operation.Parameters ?? [], Query(AsOfReader.On, On, "date"), Query(AsOfReader.Known, Known, "date-time")];
        return Task.CompletedTask;
    }

    private static OpenApiParameter Query(string name, string description, string format) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description.ReplaceLineEndings(" "),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
    };
}
