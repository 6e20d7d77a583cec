using System.Text.Json.Nodes;
using CityGrains.Api.Queries;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of a list: its filters and how it is paged.</summary>
internal sealed class ListOperation(ListFilters filters) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ListRoute>().SingleOrDefault() is { } list) operation.Parameters = [.. operation.Parameters ?? [], .. Of(list.Filters(filters))];
        if (metadata.OfType<PagedRoute>().Any()) operation.Parameters = [.. operation.Parameters ?? [], .. Paging(JsonSchemaType.Integer, "The next of the page before.")];
        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiParameter> Of(IReadOnlyList<ListFilter> list) =>
    [
        .. list.Select(Of),
        Query("q", "Words of title, names or id, with or without diacritics; each is the beginning of a word.",
            new OpenApiSchema { Type = JsonSchemaType.String }),
        .. Paging(JsonSchemaType.String, "The next of the page before."),
        Query("count", "true: say in total how many match; what a search finds is counted to 1,000, and andMore says that there are more.",
            new OpenApiSchema { Type = JsonSchemaType.Boolean }),
    ];

    /// <summary>A filter.</summary>
    internal static OpenApiParameter Of(ListFilter filter) => Query(
        filter.Name, $"{filter.Summary.En} / {filter.Summary.Vi}: {filter.Expected.En}. Repeat it for any of several.", new OpenApiSchema
    {
        Type = JsonSchemaType.Array,
        Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = filter.Choices.Count > 0 ? [.. filter.Choices.Select(choice => JsonValue.Create(choice))] : null },
    });

    private static IEnumerable<OpenApiParameter> Paging(JsonSchemaType after, string description) =>
    [
        Query("after", description, new OpenApiSchema { Type = after }),
        Query("limit", "Items on a page.", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "500" }),
    ];

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
}
