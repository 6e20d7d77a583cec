using System.CommandLine;
using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Verification;
using CityGrains.Silo;

namespace CityGrains.Cli.Record;

/// <summary>
/// <c>verify</c>: recomputes every hash, folds every stream, compares every row, checks every seal; of a store, served or not, or of an export.
/// 0: intact; 1: something is wrong, named; 2: not begun.
/// </summary>
internal static class VerifyCommand
{
    private const string Whole = "chains whole, rows equal their fold, seals hold";

    public static Command Create()
    {
        var place = new Place();
        var server = new Served();
        var export = new Option<FileInfo?>("--export") { Description = "Verify this export or backup instead, with no store / Kiểm tra tệp xuất hoặc tệp sao lưu này, không cần kho" };
        var checkpoint = new Option<FileInfo?>("--checkpoint")
            { Description = "Checkpoints kept by the auditor, one or more / Các điểm kiểm do thanh tra giữ" };
        var key = new Option<FileInfo?>("--key") { Description = "Public keys the auditor trusts, PEM / Khóa công khai, dạng PEM" };
        var command = new Command("verify", "Recompute the record of a store, or of an export, and name what is wrong / Tính lại toàn bộ hồ sơ và nêu chỗ sai") { export, checkpoint, key };
        place.AddTo(command);
        server.AddTo(command);
        command.SetAction((parsed, cancel) => Attempt.Run(() => (parsed.GetValue(export), parsed.GetValue(checkpoint), parsed.GetValue(key)) switch
        {
            (null, null, null) => server.Find(parsed, place.Of(parsed)) is { } found ? ByServer(found, cancel) : Here(place.Of(parsed), cancel),
            ({ } file, { } signed, { } trusted) => OfflineVerification.Run(file, signed, trusted, cancel),
            ({ } file, null, null) => OfflineVerification.RunAlone(file, cancel),
            _ => Attempt.Refuse("--checkpoint and --key go together, with --export. / Phải dùng --checkpoint cùng với --key và --export."),
        }));
        return command;
    }

    private static async Task<int> Here(SiloOptions place, CancellationToken cancel)
    {
        using var line = new ProgressLine();
        var report = await Stores.Verify(place, line.Of<VerificationProgress>(progress => (progress.Part.ToString(), progress.Done, progress.Total)), cancel);
        line.End();
        return await FindingLines.Tell(report, Whole);
    }

    private static async Task<int> ByServer(ServedStore server, CancellationToken cancel)
    {
        using var line = new ProgressLine();
        using (server)
        {
            var end = await server.Run("verify", now => line.Show(now.TryGetProperty("part", out var part) ? part.GetString()! : "file", now), cancel);
            line.End();
            return end.GetProperty("status").GetString() is "failed"
                ? await Attempt.Refuse(
                    "The verification could not go to its end; the server's log says why. / Việc kiểm tra không đi đến cùng; xem nhật ký của máy chủ.")
                : await FindingLines.Tell(Report(end), Whole);
        }
    }

    private static VerificationReport Report(JsonElement end) => new(
        end.GetProperty("events").GetInt64(), end.GetProperty("streams").GetInt64(), [.. end.GetProperty("findings").EnumerateArray().Select(Found)],
        end.GetProperty("findingCount").GetInt64())
    {
        Covered = end.TryGetProperty("covered", out var covered) ? covered.GetInt64() : null,
    };

    private static Finding Found(JsonElement finding) => new(
        Enum.Parse<VerifiedPart>(finding.GetProperty("part").GetString()!, ignoreCase: true),
        finding.TryGetProperty("stream", out var stream) ? stream.GetString() : null,
        finding.TryGetProperty("version", out var version) ? version.GetInt64() : null,
        finding.TryGetProperty("position", out var position) ? position.GetInt64() : null,
        new Sentence(finding.GetProperty("reason").GetProperty("vi").GetString()!, finding.GetProperty("reason").GetProperty("en").GetString()!));
}
