using System.Globalization;
using System.Text.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;
using Microsoft.OpenApi;

namespace CityGrains.Api.Json.Shapes;

/// <summary>A list; how many items it takes is the domain's to say.</summary>
public sealed record ListShape(Shape Item) : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            faults.Must(holds: false, path, "phải là một danh sách", "must be a list");
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (faults.Faults.Count >= Problem.MostFaults) return;
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (item.ValueKind is JsonValueKind.Null) faults.Must(holds: false, at, "không được là null", "must not be null");
            else Item.Check(item, at, faults);
        }
    }

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.Array, Items = Item.Describe() };
}
