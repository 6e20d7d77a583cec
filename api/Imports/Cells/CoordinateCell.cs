using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Cells;

/// <summary>A latitude or longitude in decimal degrees; a decimal comma is read as a point.</summary>
internal static class CoordinateCell
{
    /// <summary>The degrees, or why there are none.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="most">90 for a latitude, 180 for a longitude.</param>
    public static (double Degrees, Sentence? Fault) Read(string text, int most) =>
        !double.TryParse(WithPoint(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
            ? (0, new Sentence("không phải là số; ghi độ thập phân như 21.0285", "is not a number; write decimal degrees as 21.0285"))
        : !(Math.Abs(degrees) <= most) // NaN, too, lies nowhere.
            ? (0, new Sentence($"không nằm trên trái đất; cần từ -{most} đến {most}", $"lies nowhere on earth; must be from -{most} to {most}"))
        : (degrees, null);

    private static string WithPoint(string text) => text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.');
}
