using System.Text;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>Number formats (ISO/IEC 29500-1, 18.8.30 and 18.8.31).</summary>
internal static class NumberFormat
{
    /// <summary>Look of a format that is built in; its code is in no file.</summary>
    public static NumberLook OfBuiltIn(int id) => id switch
    {
        9 or 10 => NumberLook.Percent,
        17 => NumberLook.Month, // mmm-yy
        14 or 15 or 16 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => NumberLook.Day,
        _ => NumberLook.Plain,
    };

    /// <summary>Look of a format by its code, as <c>dd/mm/yyyy;@</c>.</summary>
    public static NumberLook OfCode(string code)
    {
        var letters = Letters(code);
        bool Shows(char letter) => letters.Contains(letter, StringComparison.Ordinal);
        return Shows('%') ? NumberLook.Percent
            : Shows('d') ? NumberLook.Day
            : !Shows('y') ? NumberLook.Plain
            : Shows('m') ? NumberLook.Month
            : NumberLook.Year;
    }

    /// <summary>The first section of a code, lower-case, without what it quotes, escapes or brackets.</summary>
    private static string Letters(string code)
    {
        if (string.Equals(code, "General", StringComparison.OrdinalIgnoreCase)) return "";
        var letters = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"' or '[':
                    var close = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                    if (close < 0) return letters.ToString();
                    i = close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    letters.Append(char.ToLowerInvariant(code[i]));
                    break;
            }
        }

        return letters.ToString();
    }
}
