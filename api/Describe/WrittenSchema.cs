using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Api.Json.Shapes;
using CityGrains.Domain.Record;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>Schemas as answers are written: dates in their four forms, and what is null left out.</summary>
internal sealed class WrittenSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(DateOfRecord)) Describe(schema);
        if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Object)
        {
            foreach (var property in context.JsonTypeInfo.Properties.Where(IsLeftOutWhenNull)) schema.Required?.Remove(property.Name);
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiSchema date)
    {
        var shape = new DateShape().Describe();
        (date.Type, date.Pattern, date.Description) = (shape.Type, shape.Pattern, shape.Description);
    }

    private static bool IsLeftOutWhenNull(JsonPropertyInfo property) =>
        property.IsGetNullable && property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) is not true;
}
