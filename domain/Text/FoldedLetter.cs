using System.Globalization;
using System.Text;

namespace CityGrains.Domain.Text;

/// <summary>What a letter folds to: no, one or several letters, a space for what is no letter.</summary>
internal static class FoldedLetter
{
    /// <summary>The Latin letters with their accents, Vietnamese ones included, and the combining accents; all else is folded when it is met.</summary>
    private static readonly (int First, int Last)[] Known = [(0x80, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2010, 0x203A)];

    private static readonly string?[] Table = Fill();

    /// <summary>What a letter of the table folds to; null for one that is not in it.</summary>
    public static string? Of(char c) => c < Table.Length ? Table[c] : null;

    /// <summary>What a rune of decomposed text folds to, written to <paramref name="units"/> where it is not one of the few known letters.</summary>
    public static ReadOnlySpan<char> Decomposed(Rune rune, Span<char> units)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) return [];
        if (!Rune.IsLetterOrDigit(rune)) return " ";
        return Undecomposed(rune) is { } letters ? letters : units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)];
    }

    /// <summary>Decomposition works letter by letter and only moves accents among themselves, so that a table gives what whole text would.</summary>
    private static string?[] Fill()
    {
        var table = new string?[Known.Max(range => range.Last) + 1];
        Span<char> units = stackalloc char[2];
        foreach (var (first, last) in Known)
        {
            for (var c = first; c <= last; c++)
            {
                var folded = new StringBuilder();
                foreach (var rune in $"{(char)c}".Normalize(NormalizationForm.FormKD).EnumerateRunes()) folded.Append(Decomposed(rune, units));
                table[c] = folded.ToString();
            }
        }

        return table;
    }

    /// <summary>Letters that Unicode does not decompose.</summary>
    private static string? Undecomposed(Rune rune) => rune.Value switch
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
