using System.Buffers;

namespace CityGrains.Api.Sheets;

/// <summary>Rows as CSV (RFC 4180).</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    /// <summary>A row without its line end.</summary>
    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
