using System.Globalization;
using System.Text.Json;
using CityGrains.Domain.Checks;
using Microsoft.OpenApi;

namespace CityGrains.Api.Json.Shapes;

/// <summary>A day of the calendar, known exactly.</summary>
public sealed record DayShape : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults) => faults.Must(
        value.ValueKind is JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), path,
        "phải là ngày dạng NNNN-TT-NN, như 2027-02-05", "must be a day as YYYY-MM-DD, as in 2027-02-05");

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.String, Format = "date" };
}
