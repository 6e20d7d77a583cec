using System.Globalization;
using System.Text;

namespace CityGrains.Journal.Feed;

/// <summary>
/// Text as an attribute of a CloudEvent may hold it (CloudEvents 1.0, "Type System"): without control characters, U+0000–U+001F and U+007F–U+009F, which
/// become spaces, and without what is no character at all, which becomes U+FFFD. The facts themselves are not touched.
/// </summary>
internal static class AttributeText
{
    /// <summary>The text, changed only where it must be.</summary>
    public static string Of(string text) => text.EnumerateRunes().All(IsAllowed) ? text : Changed(text);

    private static string Changed(string text)
    {
        var changed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsControl(rune)) changed.Append(' ');
            else if (IsNoCharacter(rune)) changed.Append('\uFFFD');
            else changed.Append(rune.ToString());
        }

        return changed.ToString();
    }

    private static bool IsAllowed(Rune rune) => !IsControl(rune) && !IsNoCharacter(rune);

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control;

    /// <summary>Unicode 15, 23.7: the last two of each plane, and U+FDD0–U+FDEF.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
