using System.CommandLine;
using CityGrains.Journal;
using CityGrains.Journal.Verification;

namespace CityGrains.Cli.Record;

/// <summary><c>verify</c>: recomputes every hash, folds every stream, compares every row, checks every seal. 0: intact; 1: something is wrong, named; 2: not begun.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = StoppedStore.Data();
        var export = new Option<FileInfo?>("--export") { Description = "Verify this export instead, with no store / Kiểm tra tệp xuất này, không cần kho" };
        var checkpoint = new Option<FileInfo?>("--checkpoint") { Description = "Checkpoints kept by the auditor, one or more / Các điểm kiểm do thanh tra giữ" };
        var key = new Option<FileInfo?>("--key") { Description = "Public keys the auditor trusts, PEM / Khóa công khai, dạng PEM" };
        var command = new Command("verify", "Recompute the record of a stopped store, or of an export, and name what is wrong") { data, export, checkpoint, key };
        command.SetAction((parsed, cancel) => (parsed.GetValue(export), parsed.GetValue(checkpoint), parsed.GetValue(key)) switch
        {
            (null, null, null) => StoppedStore.With(parsed.GetRequiredValue(data), store => Verify(store, cancel), cancel),
            ({ } file, { } signed, { } trusted) => OfflineVerification.Run(file, signed, trusted, cancel),
            _ => Incomplete(),
        });
        return command;
    }

    private static async Task<int> Verify(IStore store, CancellationToken cancel)
    {
        using var line = new ProgressLine();
        var report = await store.Verify(line.Of<VerificationProgress>(progress => (progress.Part.ToString(), progress.Done, progress.Total)), cancel);
        line.End();
        return await FindingLines.Tell(report, $"chains whole, rows equal their fold, {await store.Seals.Size(cancel)} sealed");
    }

    private static async Task<int> Incomplete()
    {
        await Console.Error.WriteLineAsync("--export, --checkpoint and --key go together. / Phải dùng cùng lúc --export, --checkpoint và --key.");
        return StoppedStore.NotBegun;
    }
}
