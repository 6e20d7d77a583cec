using System.Text.Json.Nodes;
using CityGrains.Api.Describe;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Reports;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Portfolios;

/// <summary>Says of a route that it asks the portfolio.</summary>
/// <param name="Example">An answer; null where it needs none.</param>
internal sealed record PortfolioRoute(string? Example)
{
    /// <summary>It takes a day.</summary>
    public bool Day { get; init; }

    /// <summary>Its path names the year.</summary>
    public bool WithoutYear { get; init; }

    /// <summary>What it cannot do without.</summary>
    public IReadOnlyList<(string Name, string Description)> Needed { get; init; } = [];

    /// <summary>What it takes beside the filters.</summary>
    public IReadOnlyList<(string Name, string Description)> More { get; init; } = [];
}

/// <summary>What the document says of questions to the portfolio.</summary>
internal sealed class PortfolioOperation(ListFilters filters) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<PortfolioRoute>().SingleOrDefault() is not { } route) return Task.CompletedTask;

        operation.Parameters = [.. operation.Parameters ?? [], .. (route.WithoutYear ? filters.Report : filters.Portfolio).Select(ListOperation.Of)];
        if (route.Day)
            operation.Parameters.Add(
                Text(AsOfReader.On, "Counted at the end of that day (Vietnam), as YYYY-MM-DD; left out: today. What nobody dated counts on every day."));
        foreach (var (name, description) in route.Needed) operation.Parameters.Add(Text(name, description, required: true));
        foreach (var (name, description) in route.More) operation.Parameters.Add(Text(name, description));
        foreach (var part in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In is ParameterLocation.Path)) Describe(part);
        if (route.Example is { } example && operation.Responses?["200"].Content?["application/json"] is OpenApiMediaType answer)
            answer.Example = JsonNode.Parse(example);
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiParameter part)
    {
        IReadOnlyList<string> names = part.Name switch { "step" => StepNames.All, "measure" => MeasureNames.All, _ => [] };
        (part.Description, part.Schema) = names.Count == 0
            ? ("The year.", new OpenApiSchema { Type = JsonSchemaType.Integer })
            : ("What is listed.", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. names.Select(name => JsonValue.Create(name))] });
    }

    private static OpenApiParameter Text(string name, string description, bool required = false) =>
        new()
        {
            Name = name, Required = required, In = ParameterLocation.Query, Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
