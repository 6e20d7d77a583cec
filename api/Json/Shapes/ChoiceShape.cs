using System.Text.Json;
using System.Text.Json.Nodes;
using CityGrains.Domain.Checks;
using Microsoft.OpenApi;

namespace CityGrains.Api.Json.Shapes;

/// <summary>One of these names.</summary>
public sealed record ChoiceShape(IReadOnlyList<string> Names) : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults)
    {
        var all = string.Join(", ", Names);
        faults.Must(value.ValueKind is JsonValueKind.String && Names.Any(value.ValueEquals), path, $"phải là một trong: {all}", $"must be one of: {all}");
    }

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.String, Enum = [.. Names.Select(name => JsonValue.Create(name))] };
}
