using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Requests;

/// <summary>The refusals of requests: code, what is wrong, what would make it legal.</summary>
internal static class Refuse
{
    public static Refusal NoSuchRequest(string id, IReadOnlyList<FeedbackRequest> requests) => Request(
        "no-such-request", $"Không có yêu cầu '{RecordId.Shown(id)}'.", $"There is no request '{RecordId.Shown(id)}'.",
        requests.Count > 0 ? $"Các yêu cầu: {Ids(requests)}." : "Chưa có yêu cầu nào: ghi lại trước (request-feedback).",
        requests.Count > 0 ? $"The requests are: {Ids(requests)}." : "There is none: record it first (request-feedback).");

    public static Refusal Closed(FeedbackRequest request) => Request(
        "closed",
        $"Yêu cầu '{request.Id}' {(request.Standing is RequestStanding.Answered ? "đã được trả lời" : "đã được rút")}.",
        $"The request '{request.Id}' is {(request.Standing is RequestStanding.Answered ? "answered" : "withdrawn")} already.",
        "Nếu cần hỏi thêm, ghi một yêu cầu mới (request-feedback).", "Where more is to be asked, record another request (request-feedback).");

    public static Refusal BeforeAsked(string field, DateOfRecord date, DateOfRecord asked) => Request(
        "before-asked", FieldFault.Of(field, $"ngày {date.Vi()} trước ngày hỏi {asked.Vi()}", $"{date.En()} lies before the asking of {asked.En()}"),
        "Kiểm tra hai ngày.", "Check both dates.");

    public static Refusal InTheFuture(string field, DateOfRecord date) => Request(
        "in-the-future", FieldFault.Of(field, $"ngày {date.Vi()} còn ở tương lai", $"{date.En()} lies in the future"),
        "Ghi việc đã xảy ra, với ngày không muộn hơn hôm nay.", "Record what has happened, dated today or earlier.");

    private static string Ids(IEnumerable<FeedbackRequest> requests) => Words.List([.. requests.Select(request => request.Id)]);

    private static Refusal Request(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"request/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));

    private static Refusal Request(string code, FieldFault fault, string remedyVi, string remedyEn) =>
        Refusal.Of($"request/{code}", fault, new Sentence(remedyVi, remedyEn));
}
