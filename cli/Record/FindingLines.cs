using System.Globalization;
using CityGrains.Journal.Verification;

namespace CityGrains.Cli.Record;

/// <summary>What a verification found, a line each, the earliest first.</summary>
internal static class FindingLines
{
    /// <summary>Writes them and the verdict; answers the exit code, 0: intact, 1: something is wrong.</summary>
    public static async Task<int> Tell(VerificationReport report, string intact)
    {
        foreach (var finding in report.Findings) await Console.Out.WriteLineAsync(Describe(finding));
        if (report.FindingCount > report.Findings.Count) await Console.Out.WriteLineAsync($"… {report.FindingCount - report.Findings.Count} more");
        await Console.Out.WriteLineAsync(report.IsIntact
            ? $"intact: {report.Events} events in {report.Streams} streams, {intact}"
            : $"NOT intact: {report.FindingCount} findings in {report.Events} events; the first stands above");
        return report.IsIntact ? 0 : 1;
    }

    private static string Describe(Finding finding) => string.Create(CultureInfo.InvariantCulture,
        $"{finding.What}: {finding.Stream ?? "the whole"}{(finding.Version is { } version ? $" version {version}" : "")}{(finding.Position is { } position ? $" (position {position})" : "")}: {finding.Reason.En} / {finding.Reason.Vi}");
}
