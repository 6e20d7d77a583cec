using System.CommandLine;
using CityGrains.Cli.Record;
using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Silo;

namespace CityGrains.Cli.Export;

/// <summary>
/// <c>export FILE</c>: the whole record as JSON lines for an auditor, served or not, with its latest checkpoint and its public keys where asked for.
/// </summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write; it must not be there yet / Tệp sẽ ghi, chưa được tồn tại" };
        var place = new Place();
        var checkpoint = new Option<FileInfo?>("--checkpoint")
            { Description = "Write the latest checkpoint to this file / Ghi điểm kiểm mới nhất vào tệp này" };
        var keys = new Option<FileInfo?>("--keys") { Description = "Write the public keys to this file, PEM / Ghi các khóa công khai vào tệp này" };
        var command = new Command("export", "Write the whole record to a file of JSON lines, for an auditor / Ghi toàn bộ hồ sơ ra tệp, dành cho thanh tra") { file, checkpoint, keys };
        place.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var files = new Files(parsed.GetRequiredValue(file), parsed.GetValue(checkpoint), parsed.GetValue(keys));
            return Attempt.Run(() => Export(place.Of(parsed), files, cancel));
        });
        return command;
    }

    private static async Task<int> Export(SiloOptions place, Files files, CancellationToken cancel)
    {
        if (NewFile.AlreadyThere(files.Record, files.Checkpoint, files.Keys) is { } there) return await Attempt.Refuse(there);
        await using var record = await Stores.Read(place, cancel);
        var latest = await record.Seals.Checkpoints(long.MaxValue, 1, cancel); // before the events, so that these reach it
        var count = await RecordFile.Write(record, files.Record, secret: false, ExportWriter.Write, cancel);
        if (files.Checkpoint is { } checkpoint && latest is [var newest]) await Text(checkpoint, newest.Note.ToString());
        if (files.Keys is { } pem) await Text(pem, KeyStatement.ToPem(await record.Seals.Keys(cancel)));
        await Console.Out.WriteLineAsync($"exported {Counted.Of(count, "event")} to {files.Record.FullName}");
        return Attempt.Done;
    }

    private static Task<FileInfo> Text(FileInfo file, string text) => NewFile.Write(file, secret: false, async output =>
    {
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        return file;
    });

    private sealed record Files(FileInfo Record, FileInfo? Checkpoint, FileInfo? Keys);
}
