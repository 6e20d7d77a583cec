using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CityGrains.Bench;

/// <summary>
/// What the results mean for whoever plans a machine: the part of docs/operations.md between its marks, computed from the rows of RESULTS.md that measure
/// commands.
/// </summary>
internal static partial class Capacity
{
    private const string Begin = "<!-- capacity: written by ./citygrains bench -->", End = "<!-- /capacity -->";

    /// <summary>An office of fifty who each record something every minute, all day: more than any does.</summary>
    private const double OfficePerSecond = 50 / 60.0;

    /// <summary>What is left free for lists, exports, backups, and a bad day.</summary>
    private const double Share = 0.5;

    private static readonly string[] Rows = ["1", "2", "4", "3", "4b"];

    /// <summary>Writes it; exit code 0.</summary>
    public static int Write(string results, string page)
    {
        var text = File.ReadAllText(page);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(page, $"{text[..begin]}\n{Table(File.ReadAllLines(results))}{text[end..]}");
        return 0;
    }

    private static string Table(IReadOnlyList<string> results)
    {
        var table = new StringBuilder("| measured | commands a second | at half of that: commands in a working day of 8 h | offices of 50 who record every minute |\n|---|---|---|---|\n");
        foreach (var row in Rows)
        {
            if (results.FirstOrDefault(line => line.StartsWith($"| {row} |", StringComparison.Ordinal))?.Split('|',
                StringSplitOptions.TrimEntries) is not [_, _, var work, _, _, var ours, ..])
                continue;
            if (PerSecond().Match(ours) is not { Success: true } measured) continue;
            var number = double.Parse(
                measured.Groups["number"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            table.Append(
                CultureInfo.InvariantCulture, $"| {row}: {work} | {number:N0} | {number * Share * 8 * 3600:N0} | {number * Share / OfficePerSecond:N0} |\n");
        }

        return table.ToString();
    }

    [GeneratedRegex(@"^(?<number>[0-9][0-9,.]*) (?:commands|events)?/?s?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerSecond();
}
