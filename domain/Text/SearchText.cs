using System.Text;

namespace CityGrains.Domain.Text;

/// <summary>Text as it is searched: lower case, without diacritics, whatever its normal form.</summary>
public static class SearchText
{
    /// <summary>
    /// Folds <c>SƠN LA</c>, <c>Sơn La</c> (composed or decomposed) and <c>son la</c> to <c>son la</c>:
    /// words of letters and digits, one space between.
    /// </summary>
    public static string Fold(string text)
    {
        var folding = new Folding(text.Length, stackalloc char[256]);
        try
        {
            if (!TryFold(text, ref folding))
            {
                folding.Clear();
                FoldAny(text, ref folding);
            }

            return folding.ToString();
        }
        finally
        {
            folding.Dispose();
        }
    }

    /// <summary>The folded words, joined by hyphens: the readable part of an id; ASCII only.</summary>
    public static string Slug(string text) => string.Join('-', Fold(text).Split(' ').Select(AsciiOnly).Where(word => word.Length > 0));

    /// <summary>Letter by letter, from the table; false at the first one it does not know.</summary>
    private static bool TryFold(string text, ref Folding folding)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) folding.Letter(c);
            else if (char.IsAsciiLetterUpper(c)) folding.Letter((char)(c | 0x20));
            else if (c < 0x80) folding.Space();
            else if (FoldedLetter.Of(c) is { } folded) folding.Add(folded);
            else return false;
        }

        return true;
    }

    private static void FoldAny(string text, ref Folding folding)
    {
        Span<char> units = stackalloc char[2];
        foreach (var rune in NormalForm.Of(text, NormalizationForm.FormKD).EnumerateRunes()) folding.Add(FoldedLetter.Decomposed(rune, units));
    }

    private static string AsciiOnly(string word) => string.Concat(word.Where(char.IsAsciiLetterOrDigit));
}
