using System.CommandLine;
using CityGrains.Cli.Record;
using CityGrains.Journal.Export;
using CityGrains.Journal.Restoring;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Silo;

namespace CityGrains.Cli.Export;

/// <summary><c>restore FILE</c>: puts a backup, or an export, into an empty place, of the same kind of store or of another.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup or an export / Tệp sao lưu hoặc tệp xuất" };
        var place = new Place();
        var command = new Command("restore", "Put a backup or an export into an empty place / Khôi phục tệp sao lưu hoặc tệp xuất vào nơi còn trống") { file };
        place.AddTo(command);
        command.SetAction((parsed, cancel) => Attempt.Run(() => Restore(place.Of(parsed), parsed.GetRequiredValue(file), cancel)));
        return command;
    }

    private static async Task<int> Restore(SiloOptions place, FileInfo file, CancellationToken cancel)
    {
        await using var backup = GivenFile.Open(file);
        using var folder = place.Postgres is null ? DataDirectory.Hold(place.DataDirectory) : null; // no server may start there meanwhile
        await using var restoring = Stores.Restore(place);
        using var line = new ProgressLine();
        var count = await Restoration.Run(
            backup, restoring, line.Of<RestoreProgress>(progress => (progress.Step.ToString(), progress.Done, progress.Total)), cancel);
        line.End();
        await Console.Out.WriteLineAsync($"restored {Counted.Of(count, "event")}");
        await using var record = await Stores.Read(place, cancel);
        await TellOfKey(record, place, cancel);
        if (await record.Webhooks(cancel) is { Count: > 0 } silent)
            await Console.Out.WriteLineAsync($"webhooks that are silent until POST /api/v1/webhooks/ID/enable: {silent.Count} / webhook chưa gửi gì cho đến khi được bật lại: {silent.Count}");
        return Attempt.Done;
    }

    /// <summary>The record goes on without the key that signs, but without new checkpoints.</summary>
    private static async Task TellOfKey(IWholeRecord record, SiloOptions place, CancellationToken cancel)
    {
        if (await record.Seals.Keys(cancel) is not [.., var last]) return;
        if (place.Postgres is null && new SealKeyFile(place.DataDirectory).Find(last.Key) is { } key) key.Dispose();
        else await Console.Out.WriteLineAsync(new SealKeyMissingException(last.Key.Id).Message);
    }
}
