using System.Globalization;
using System.Text;

namespace CityGrains.Domain.Text;

/// <summary>Text as it is searched: lower case, without diacritics, whatever its normal form.</summary>
public static class SearchText
{
    /// <summary>Folds <c>SƠN LA</c>, <c>Sơn La</c> (composed or decomposed) and <c>son la</c> to <c>son la</c>: words of letters and digits, one space between.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in NormalForm.Of(text, NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) continue;
            if (!Rune.IsLetterOrDigit(rune)) Space(folded);
            else if (Letters(rune) is { } letters) folded.Append(letters);
            else folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The folded words, joined by hyphens: the readable part of an id; ASCII only.</summary>
    public static string Slug(string text) => string.Join('-', Fold(text).Split(' ').Select(AsciiOnly).Where(word => word.Length > 0));

    private static void Space(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    private static string AsciiOnly(string word) => string.Concat(word.Where(char.IsAsciiLetterOrDigit));

    /// <summary>Letters that Unicode does not decompose.</summary>
    private static string? Letters(Rune rune) => rune.Value switch
    {
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'ø' or 'Ø' => "o",
        'ħ' or 'Ħ' => "h",
        'ŧ' or 'Ŧ' => "t",
        'ı' => "i",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        'ə' or 'Ə' => "e",
        _ => null,
    };
}
