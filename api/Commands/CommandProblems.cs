using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>What can be wrong with a command beside its body.</summary>
internal static class CommandProblems
{
    public static Problem BadIdempotencyKey { get; } = new(400, "command/bad-idempotency-key",
        new Sentence("Idempotency-Key phải có 1 đến 255 ký tự ASCII nhìn thấy được, và chỉ gửi một lần.",
            "Idempotency-Key must be 1 to 255 visible ASCII characters, sent once."),
        new Sentence("Nên dùng một UUID mới cho mỗi lệnh.", "A new UUID for each command does well."));

    public static Problem BadIfMatch { get; } = new(400, "command/bad-if-match",
        new Sentence("If-Match phải là một ETag trong dấu nháy kép, hoặc *.", "If-Match must be one ETag in double quotes, or *."),
        new Sentence("Dùng ETag của lần đọc gần nhất, như \"3\".", "Use the ETag of your latest reading, as \"3\"."));

    public static Problem IdReused { get; } = new(422, "command/id-reused",
        new Sentence("Idempotency-Key này đã dùng cho một lệnh khác.", "This Idempotency-Key belongs to another command."),
        new Sentence("Dùng khóa mới cho lệnh mới; gửi lại lệnh cũ thì giữ nguyên nội dung.", "Use a new key for a new command; a retry must send the same body to the same path."));

    public static Problem Stale(long version) => new(412, "command/stale",
        new Sentence($"Bản ghi đã thay đổi; nay ở phiên bản {version}.", $"The record has changed; it is at version {version} now."),
        new Sentence("Đọc lại bản ghi, rồi gửi lệnh với ETag mới.", "Read it again, then send the command with the new ETag.")) { Version = version };
}
