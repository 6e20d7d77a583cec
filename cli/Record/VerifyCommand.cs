using System.CommandLine;
using System.Globalization;
using CityGrains.Journal;
using CityGrains.Journal.Verification;

namespace CityGrains.Cli.Record;

/// <summary><c>verify</c>: recomputes every hash, folds every stream, compares every row. 0: intact; 1: something is wrong, named; 2: not begun.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = StoppedStore.Data();
        var command = new Command("verify", "Recompute the record of a stopped store and compare its rows") { data };
        command.SetAction((parsed, cancel) => StoppedStore.With(parsed.GetRequiredValue(data), store => Verify(store, cancel), cancel));
        return command;
    }

    private static async Task<int> Verify(IStore store, CancellationToken cancel)
    {
        using var line = new ProgressLine();
        var report = await store.Verify(line.Of<VerificationProgress>(progress => (progress.Part.ToString(), progress.Done, progress.Total)), cancel);
        line.End();
        foreach (var finding in report.Findings) await Console.Out.WriteLineAsync(Describe(finding));
        if (report.FindingCount > report.Findings.Count) await Console.Out.WriteLineAsync($"… {report.FindingCount - report.Findings.Count} more");
        await Console.Out.WriteLineAsync(report.IsIntact
            ? $"intact: {report.Events} events in {report.Streams} streams, chains whole, rows equal their fold"
            : $"NOT intact: {report.FindingCount} findings in {report.Events} events; the first stands above");
        return report.IsIntact ? 0 : 1;
    }

    private static string Describe(Finding finding) => string.Create(CultureInfo.InvariantCulture,
        $"{finding.What}: {finding.Stream}{(finding.Version is { } version ? $" version {version}" : "")}{(finding.Position is { } position ? $" (position {position})" : "")}: {finding.Reason.En} / {finding.Reason.Vi}");
}
