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
        await Console.Out.WriteLineAsync(Verdict(report, intact));
        return report.IsIntact ? 0 : 1;
    }

    /// <summary>The last line.</summary>
    internal static string Verdict(VerificationReport report, string intact) => report.IsIntact
        ? $"intact: {Counted.Of(report.Events, "event")} in {Counted.Of(report.Streams, "stream")}, {intact}{Uncovered(report)}"
        : $"NOT intact: {Counted.Of(report.FindingCount, "finding")} in {Counted.Of(report.Events, "event")}; the first stands above";

    /// <summary>Who takes away checkpoints, or all seals, leaves a record that agrees with itself: how far it is signed is said.</summary>
    private static string Uncovered(VerificationReport report) =>
        report.Covered == report.Events || report.Covered is null ? ""
        : report.Covered == 0 ? "; NO checkpoint covers any of them, so that they may have been rewritten"
            + " / CHƯA có điểm kiểm nào, nên không biết đã bị viết lại hay chưa"
        : string.Create(CultureInfo.InvariantCulture,
            $"; the latest checkpoint covers the first {report.Covered} / điểm kiểm mới nhất bao gồm {report.Covered} sự kiện đầu");

    private static string Describe(Finding finding) => string.Create(CultureInfo.InvariantCulture,
        $"{finding.What}: {finding.Stream ?? "the whole"}{(finding.Version is { } version ? $" version {version}" : "")}{(finding.Position is { } position ? $" (position {position})" : "")}: {finding.Reason.En} / {finding.Reason.Vi}");
}
