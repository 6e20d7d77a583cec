using System.Text.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;
using Microsoft.OpenApi;

namespace CityGrains.Api.Json.Shapes;

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name, camelCase.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Required">It must be there.</param>
/// <param name="Nullable">It may be null, which says the same as leaving it out.</param>
public sealed record Property(string Name, Shape Shape, bool Required, bool Nullable);

/// <summary>An object with exactly these properties: a misspelt one must not vanish silently.</summary>
public sealed record ObjectShape(IReadOnlyList<Property> Properties) : Shape
{
    private const int LongestName = 60;

    /// <summary>This object with the properties of another after its own.</summary>
    public ObjectShape And(ObjectShape other) => new([.. Properties, .. other.Properties]);

    /// <summary>This object without one of its properties.</summary>
    public ObjectShape Without(string name) => new([.. Properties.Where(property => property.Name != name)]);

    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            faults.Must(holds: false, path, "phải là một đối tượng", "must be an object");
            return;
        }

        foreach (var given in value.EnumerateObject())
        {
            if (faults.Faults.Count >= Problem.MostFaults) return;
            Check(given, path, faults);
        }

        foreach (var property in Properties)
        {
            if (property.Required) faults.Must(value.TryGetProperty(property.Name, out _), At(path, property.Name), "là trường bắt buộc", "is required");
        }
    }

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Properties = Properties.ToDictionary(property => property.Name, Described, StringComparer.Ordinal),
        Required = Properties.Where(property => property.Required).Select(property => property.Name).ToHashSet(StringComparer.Ordinal),
    };

    private void Check(JsonProperty given, string path, FieldChecks faults)
    {
        var known = Properties.FirstOrDefault(property => given.NameEquals(property.Name));
        var at = At(path, given.Name.Length > LongestName ? given.Name[..LongestName] + "…" : given.Name);
        if (known is null) faults.Must(holds: false, at, $"không có trường này; các trường: {Names}", $"is unknown; the properties are: {Names}");
        else if (given.Value.ValueKind is JsonValueKind.Null) faults.Must(known.Nullable, at, "không được là null", "must not be null");
        else known.Shape.Check(given.Value, at, faults);
    }

    private string Names => string.Join(", ", Properties.Select(property => property.Name));

    private static string At(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static IOpenApiSchema Described(Property property)
    {
        var schema = property.Shape.Describe();
        if (property.Nullable && schema.Type is { } type) schema.Type = type | JsonSchemaType.Null;
        return schema;
    }
}
