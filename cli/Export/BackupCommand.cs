using System.CommandLine;
using CityGrains.Cli.Record;
using CityGrains.Journal.Export;
using CityGrains.Silo;

namespace CityGrains.Cli.Export;

/// <summary><c>backup FILE</c>: what one needs to go on elsewhere, while others go on writing. The key that signs is not in it.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write; it must not be there yet / Tệp sẽ ghi, chưa được tồn tại" };
        var place = new Place();
        var command = new Command(
            "backup", "Write the record and the hashes of its callers' keys to one file, served or not / Sao lưu hồ sơ và mã băm các khóa truy cập vào một tệp, kể cả khi đang phục vụ") { file };
        place.AddTo(command);
        command.SetAction((parsed, cancel) => Attempt.Run(() => Backup(place.Of(parsed), parsed.GetRequiredValue(file), cancel)));
        return command;
    }

    private static async Task<int> Backup(SiloOptions place, FileInfo file, CancellationToken cancel)
    {
        if (NewFile.AlreadyThere(file) is { } there) return await Attempt.Refuse(there);
        await using var record = await Stores.Read(place, cancel);
        var count = await RecordFile.Write(record, file, secret: true, ExportWriter.WriteBackup, cancel);
        await Console.Out.WriteLineAsync($"backed up {Counted.Of(count, "event")} to {file.FullName}");
        return Attempt.Done;
    }
}
