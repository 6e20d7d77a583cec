namespace CityGrains.Api.Sheets;

/// <summary>
/// Text as a CSV file may bear it: what a spreadsheet would take for a formula gets an apostrophe before it, and loses it when it comes back.
/// Text that bears apostrophes there of its own gets one more, so that every text comes back as it was.
/// </summary>
internal static class GuardedText
{
    private const string Formulas = "=+-@\t\r";

    /// <summary>The text as it is written.</summary>
    public static string Guard(string text) => LooksLikeFormula(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    /// <summary>The text as it was.</summary>
    public static string Undo(string text) => text is ['\'', ..] && LooksLikeFormula(text.AsSpan().TrimStart('\'')) ? text[1..] : text;

    private static bool LooksLikeFormula(ReadOnlySpan<char> text) => text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal);
}
