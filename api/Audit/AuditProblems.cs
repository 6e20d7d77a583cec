using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Audit;

/// <summary>Why there is no proof.</summary>
internal static class AuditProblems
{
    private static readonly Sentence List = new(
        "GET /api/v1/audit/checkpoints liệt kê các điểm kiểm.", "GET /api/v1/audit/checkpoints lists the checkpoints.");

    /// <summary>No checkpoint was signed yet.</summary>
    public static Problem NothingSealed { get; } = new(404, "audit/nothing-sealed",
        new Sentence("Chưa có điểm kiểm nào.", "There is no checkpoint yet."),
        new Sentence("Điểm kiểm đầu tiên được ký vài giây sau sự kiện đầu tiên.", "The first is signed a few seconds after the first event.")) { RetryAfter = 5 };

    /// <summary>No checkpoint has that size.</summary>
    public static Problem NoSuchCheckpoint { get; } = new(404, "audit/no-such-checkpoint",
        new Sentence("Không có điểm kiểm cỡ này.", "There is no checkpoint of this size."), List);

    /// <summary>The stream has no event of that version.</summary>
    public static Problem NoSuchEvent { get; } = new(404, "audit/no-such-event",
        new Sentence("Không có sự kiện này.", "There is no such event."),
        new Sentence("Xem các phiên bản bằng GET …/{id}/history.", "GET …/{id}/history shows the versions there are."));

    /// <summary>The event is newer than the latest checkpoint.</summary>
    public static Problem NotSealedYet { get; } = new(409, "audit/not-sealed-yet",
        new Sentence("Sự kiện này chưa được niêm phong.", "This event is not sealed yet."),
        new Sentence("Gửi lại sau vài giây.", "Ask again in a few seconds.")) { RetryAfter = 5 };

    /// <summary>The event is newer than the checkpoint asked for.</summary>
    public static Problem SealedLater { get; } = new(409, "audit/sealed-later",
        new Sentence("Sự kiện này được niêm phong sau điểm kiểm ấy.", "This event was sealed after that checkpoint."), List);

    /// <summary>This node cannot sign the statement of a new key.</summary>
    public static Problem KeyMissing { get; } = new(409, "audit/key-missing",
        new Sentence("Nút này không có khóa niêm phong hiện hành nên khóa ấy không ký giới thiệu được khóa mới.",
            "This node has not the key that seals the record now, so that key cannot sign the statement of a new one."),
        new Sentence("Chép tệp seal.key từ nút đang giữ khóa vào thư mục dữ liệu; nếu khóa đã mất, gửi lại với lost=true.",
            "Copy seal.key into the data folder from the node that has it; if the key is lost, send it again with lost=true."));
}
