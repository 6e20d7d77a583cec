using System.CommandLine;
using CityGrains.Journal;
using CityGrains.Journal.Verification;

namespace CityGrains.Cli.Record;

/// <summary><c>rebuild</c>: throws the rows of a stopped store away and folds them anew from its events.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var data = StoppedStore.Data();
        var command = new Command("rebuild", "Write the rows of a stopped store anew from its events") { data };
        command.SetAction((parsed, cancel) => StoppedStore.With(parsed.GetRequiredValue(data), store => Rebuild(store, cancel), cancel));
        return command;
    }

    private static async Task<int> Rebuild(IStore store, CancellationToken cancel)
    {
        using var line = new ProgressLine();
        await store.Rebuild(line.Of<RebuildProgress>(progress => ("Rows", progress.Done, progress.Total)), cancel);
        line.End();
        var summary = await store.Rows.Summary(cancel);
        await Console.Out.WriteLineAsync($"rebuilt: {summary.Agreements} agreements, {summary.Cities} cities");
        return 0;
    }
}
