using System.Text;

namespace CityGrains.Domain.Text;

/// <summary>Unicode normal forms of text from outside, which need not be well formed.</summary>
public static class NormalForm
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text in NFC, as names are kept and compared. What has no normal form, half of a surrogate pair and U+FFFE, becomes U+FFFD.</summary>
    public static string Compose(string text) => Of(text, NormalizationForm.FormC);

    /// <summary>True when every normal form of the text is defined: no half of a surrogate pair, no U+FFFE.</summary>
    public static bool IsDefined(string text) => FirstFault(text) < 0;

    internal static string Of(string text, NormalizationForm form) => Ascii.IsValid(text) ? text : WellFormed(text).Normalize(form);

    private static string WellFormed(string text)
    {
        if (FirstFault(text) < 0) return text;
        var mended = text.ToCharArray();
        for (var i = FirstFault(mended); i >= 0; i = FirstFault(mended, i + 1)) mended[i] = Replacement;
        return new string(mended);
    }

    private static int FirstFault(ReadOnlySpan<char> text, int from = 0)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\uFFFE') return i;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return i;
            i++;
        }

        return -1;
    }
}
