using CityGrains.Domain.Text;

namespace CityGrains.Domain.Geography;

/// <summary>The two files of a <see cref="CountryDirectory"/>, line by line. No country's name holds a comma, so that a line splits at its commas.</summary>
internal static class CountryFile
{
    private const string Countries = "countries.csv";
    private const string Aliases = "country-aliases.csv";

    public static IEnumerable<CountryNames> Read(TextReader countries)
    {
        var table = new TableFile(countries, Countries, "code,en,vi,other");
        foreach (var (number, line) in table.Lines())
        {
            yield return line.Split(',') is [{ Length: 2 } code, { Length: > 0 } en, { Length: > 0 } vi, var other] && code.All(char.IsAsciiLetterUpper)
                ? new CountryNames(code, en, vi, other.Split('|', StringSplitOptions.RemoveEmptyEntries))
                : throw table.Bad(number, line,
                    "cần dạng code,en,vi,other, như VN,Vietnam,Việt Nam,Viet Nam",
                    "write code,en,vi,other, as in VN,Vietnam,Việt Nam,Viet Nam");
        }
    }

    /// <summary>The code of each alias, by the folded alias. Its last comma parts the two: what a source wrote may hold commas.</summary>
    public static Dictionary<string, string> ReadAliases(TextReader aliases, Func<string, string?> codeOf)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var table = new TableFile(aliases, Aliases, "written,country");
        foreach (var (number, line) in table.Lines())
        {
            var comma = line.LastIndexOf(',');
            var written = comma < 0 ? "" : SearchText.Fold(line[..comma]);
            if (written.Length == 0)
                throw table.Bad(number, line,
                    "cần dạng cách viết,tên nước, như Grece,Greece",
                    "write how it is written and its country, as in Grece,Greece");
            if (codeOf(line[(comma + 1)..].Trim(' ', '\t', '"')) is not { } code)
                throw table.Bad(number, line,
                    "không có nước này; dùng mã ISO hoặc tên trong countries.csv, như GR hoặc Greece",
                    "there is no such country; use its ISO code or a name of countries.csv, as GR or Greece");
            if (!codes.TryAdd(written, code) && codes[written] != code)
                throw table.Bad(number, line,
                    "cách viết này đã chỉ một nước khác ở dòng trên; bỏ một dòng",
                    "a line above gives this spelling another country; remove one of them");
        }

        return codes;
    }
}
