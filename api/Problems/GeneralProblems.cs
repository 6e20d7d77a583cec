using CityGrains.Domain.Record;
using Microsoft.AspNetCore.WebUtilities;

namespace CityGrains.Api.Problems;

/// <summary>Problems that any route may meet.</summary>
public static class GeneralProblems
{
    /// <summary>No route is at that path.</summary>
    public static Problem NoSuchRoute { get; } = new(404, "request/no-such-route",
        new Sentence("Không có đường dẫn này.", "There is nothing at this path."),
        new Sentence("Danh mục các đường dẫn: /docs hoặc /openapi/v1.json.", "All paths are listed at /docs and /openapi/v1.json."));

    /// <summary>The route is there, not with this method.</summary>
    public static Problem MethodNotAllowed { get; } = new(405, "request/method-not-allowed",
        new Sentence("Đường dẫn này không nhận phương thức vừa gửi.", "This path does not take the method that was sent."),
        new Sentence("Các phương thức được nhận ở phần đầu Allow; xem /docs.", "The header Allow lists those it takes; see /docs."));

    /// <summary>The body is longer than the route takes.</summary>
    public static Problem TooLarge { get; } = new(413, "request/too-large",
        new Sentence("Dữ liệu gửi lên lớn quá mức cho phép.", "What was sent is larger than allowed."),
        new Sentence("Một lệnh nhận tối đa 1 MiB; hãy chia nhỏ, hoặc đính kèm tài liệu bằng mã băm.", "A command takes at most 1 MiB; send less, or attach documents by their hash."));

    /// <summary>The store cannot be reached or written.</summary>
    public static Problem StoreUnavailable { get; } = new(503, "store/unavailable",
        new Sentence("Kho dữ liệu tạm thời không phục vụ được.", "The store cannot be used at the moment."),
        new Sentence("Gửi lại sau với cùng Idempotency-Key: lệnh đã ghi sẽ không bị ghi hai lần.", "Send it again later with the same Idempotency-Key: what is recorded is not recorded twice."))
    {
        RetryAfter = 5,
    };

    /// <summary>The program is starting or stopping, and ran nothing of what was asked.</summary>
    public static Problem NotServing { get; } = new(503, "server/not-serving",
        new Sentence("Chương trình, hoặc nút đang giữ hồ sơ, đang khởi động hoặc đang dừng.",
            "The program, or the node that holds the record, is starting or stopping."),
        new Sentence("Gửi lại sau với cùng Idempotency-Key.", "Send it again later with the same Idempotency-Key."))
    {
        RetryAfter = 5,
    };

    /// <summary>Another process wrote to the same record in between.</summary>
    public static Problem Conflict { get; } = new(503, "store/conflict",
        new Sentence("Bản ghi vừa được ghi bởi một tiến trình khác.", "Another process has just written to the same record."),
        new Sentence("Gửi lại.", "Send it again."))
    {
        RetryAfter = 1,
    };

    /// <summary>Something failed that nobody foresaw.</summary>
    public static Problem Unexpected { get; } = new(500, "server/unexpected",
        new Sentence("Máy chủ gặp lỗi không lường trước.", "The server failed in a way nobody foresaw."),
        new Sentence("Báo traceId cho người quản trị.", "Give the traceId to the administrator."));

    /// <summary>The request breaks HTTP itself, or a status nobody gave a body.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => HttpProblems.Malformed,
        404 => NoSuchRoute,
        405 => MethodNotAllowed,
        408 => HttpProblems.TooSlow,
        413 => TooLarge,
        414 => HttpProblems.TooLongALine,
        431 => HttpProblems.TooManyHeaders,
        503 => StoreUnavailable,
        505 => HttpProblems.OtherVersion,
        >= 500 => Unexpected with { Status = status },
        _ => new Problem(status, "request/" + Slug(status),
            new Sentence("Không xử lý được yêu cầu này.", $"This request cannot be handled: {ReasonPhrases.GetReasonPhrase(status)}."),
            new Sentence("Kiểm tra yêu cầu theo /docs rồi gửi lại.", "Check the request against /docs and send it again.")),
    };

    private static string Slug(int status) =>
        Domain.Text.SearchText.Slug(ReasonPhrases.GetReasonPhrase(status)) is { Length: > 0 } slug ? slug : "status-" + status;
}
