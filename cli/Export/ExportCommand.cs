using System.CommandLine;
using CityGrains.Cli.Record;
using CityGrains.Journal;
using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Cli.Export;

/// <summary><c>export FILE</c>: the whole record as JSON lines, with its latest checkpoint and its public keys where asked for.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write; it must not be there yet / Tệp sẽ ghi, chưa được tồn tại" };
        var data = StoppedStore.Data();
        var checkpoint = new Option<FileInfo?>("--checkpoint") { Description = "Write the latest checkpoint to this file / Ghi điểm kiểm mới nhất vào tệp này" };
        var keys = new Option<FileInfo?>("--keys") { Description = "Write the public keys to this file, PEM / Ghi các khóa công khai vào tệp này" };
        var command = new Command("export", "Write the whole record of a stopped store to a file of JSON lines") { file, data, checkpoint, keys };
        command.SetAction((parsed, cancel) =>
        {
            var export = new Files(parsed.GetRequiredValue(file), parsed.GetValue(checkpoint), parsed.GetValue(keys));
            return export.AlreadyThere is { } there
                ? Refuse($"{there.FullName} is there already. / {there.FullName} đã tồn tại.")
                : StoppedStore.With(parsed.GetRequiredValue(data), store => Export(store, export, cancel), cancel);
        });
        return command;
    }

    private static async Task<int> Export(IStore store, Files files, CancellationToken cancel)
    {
        var keys = await store.Seals.Keys(cancel);
        try
        {
            var count = await Write(store, files.Record, keys is [var first, ..] ? first.Origin : null, cancel);
            await Console.Out.WriteLineAsync($"exported {count} events to {files.Record.FullName}");
            if (files.Checkpoint is { } checkpoint && await store.Seals.Checkpoints(long.MaxValue, 1, cancel) is [var latest])
                await File.WriteAllTextAsync(checkpoint.FullName, latest.Note.ToString(), cancel);
            if (files.Keys is { } pem) await File.WriteAllTextAsync(pem.FullName, KeyStatement.ToPem(keys), cancel);
            return 0;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ExportFormatException)
        {
            return await Refuse(cause.Message);
        }
    }

    /// <summary>The file bears its name when it is whole, never before.</summary>
    private static async Task<long> Write(IStore store, FileInfo file, string? origin, CancellationToken cancel)
    {
        var begun = file.FullName + ".part";
        var total = await store.Seals.Size(cancel);
        using var line = new ProgressLine();
        long count;
        await using (var output = new FileStream(begun, FileMode.Create, FileAccess.Write))
        {
            var header = new ExportHeader(ExportFormat.Name, RecordedEvent.Format(TimeProvider.System.GetUtcNow()), origin);
            count = await ExportWriter.Write(store.Journal.ReadAll(cancel: cancel), header, output, line.Of<long>(done => ("Events", done, Math.Max(done, total))), cancel);
            output.Flush(flushToDisk: true);
        }

        File.Move(begun, file.FullName);
        return count;
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return StoppedStore.NotBegun;
    }

    private sealed record Files(FileInfo Record, FileInfo? Checkpoint, FileInfo? Keys)
    {
        public FileInfo? AlreadyThere => new[] { Record, Checkpoint, Keys }.FirstOrDefault(file => file?.Exists is true);
    }
}
