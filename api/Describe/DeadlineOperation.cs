using System.Text.Json.Nodes;
using CityGrains.Api.Queries.Due;
using CityGrains.Domain.Clocks;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of deadlines.</summary>
internal sealed class DeadlineOperation : IOpenApiOperationTransformer
{
    private const string About = """
        In the order they are due. A due date is derived when asked, from the rule that was valid when the clock started, the working calendar and the office's policy;
        what was due before one of these changed stays due when it was. Without `clock`: everything owed; `stalled` and `silent` are observations and only listed when asked for.
        """;

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<DeadlineRoute>().Any()) return Task.CompletedTask;

        operation.Description = About.ReplaceLineEndings(" ");
        operation.Parameters =
        [
            .. operation.Parameters ?? [],
            Query("office", "Id or a name, past or present, of the responsible office.", JsonSchemaType.String, "Sở Ngoại vụ Sơn La"),
            new OpenApiParameter
            {
                Name = "clock", In = ParameterLocation.Query, Description = "Kind of clock. Repeat it for any of several.",
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ClockCodes.All.Select(code => JsonValue.Create(code))] },
                },
            },
            Query("agreement", "Id of an agreement.", JsonSchemaType.String, "agr-2026-000001"),
            Query("city", "Id of a city: the requests about it.", JsonSchemaType.String, example: null),
            Query("activity", "Id of an activity: permission and report of an international conference.", JsonSchemaType.String, example: null),
            Query("dueFrom", "Due on this day or later.", JsonSchemaType.String, "2026-03-01"),
            Query("dueBefore", "Due before this day.", JsonSchemaType.String, "2026-04-01"),
            Query("overdue", "true: only what is late.", JsonSchemaType.Boolean, example: null),
            Query("all", "true: what is done as well.", JsonSchemaType.Boolean, example: null),
            Query("after", "The next of the page before.", JsonSchemaType.String, example: null),
            new OpenApiParameter
            {
                Name = "limit", In = ParameterLocation.Query, Description = "Items on a page.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "500" },
            },
            Query("count", "true: say in total how many match.", JsonSchemaType.Boolean, example: null),
        ];
        return Task.CompletedTask;
    }

    private static OpenApiParameter Query(string name, string description, JsonSchemaType type, string? example) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = type },
        Example = example is null ? null : JsonValue.Create(example),
    };
}
