using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Api.Imports.Edits;

/// <summary>Why a cell cannot be edited, and the verbs by which what it says does change.</summary>
internal static class Unchangeable
{
    public const string Code = "import/not-by-sheet";

    public static Sentence Emptied { get; } = new(
        "không thể xóa trắng: điều đã ghi chỉ được sửa hoặc bổ sung; xuất lại tệp để lấy lại giá trị",
        "cannot be emptied: what is recorded is corrected or added to; export again to get the value back");

    public static Sentence Kind { get; } =
        By("không sửa được: loại văn kiện do việc đề xuất quyết định", "cannot be edited: the kind is that of the proposal", "abandon", "propose");

    public static Sentence Parties { get; } = By("không sửa được ở đây", "cannot be edited here", "rename-party", "succeed-party", "correct");

    public static Sentence Derived { get; } =
        By("được tính từ các mốc, không ghi trực tiếp", "is derived from the milestones", "meet-milestone", "partially-meet-milestone", "waive-milestone");

    public static Sentence Commitment { get; } =
        By("không sửa được: cam kết đã ghi giữ nguyên lời", "cannot be edited: a commitment keeps its words", "waive-milestone", "add-commitment");

    public static Sentence Reopened { get; } = By(
        "không mở lại được mốc đã ghi kết quả; mốc không đạt mở lại khi dời hạn",
        "cannot be undone; a missed milestone is open again with another due date", "reschedule-milestone");

    public static Sentence Dated { get; } =
        By("không sửa được ngày của kết quả đã ghi", "cannot be edited: the day of a recorded result stays", "attach-evidence", "assert-claim");

    public static Sentence Title { get; } = By("không sửa được trong bảng mốc", "cannot be edited among milestones", "correct");

    public static Sentence Office { get; } = By("không sửa được trong bảng mốc", "cannot be edited among milestones", "assign-office");

    public static Sentence Asked { get; } = By(
        "không sửa được: điều đã hỏi giữ nguyên lời", "cannot be edited: what was asked keeps its words", "withdraw-feedback", "request-feedback");

    public static Sentence Answered { get; } = By(
        "không sửa được: câu trả lời đã ghi giữ nguyên", "cannot be edited: an answer that is recorded stays", "request-feedback");

    public static Sentence Registered { get; } = new(
        "không sửa được: nước và tọa độ giữ như khi đăng ký thành phố", "cannot be edited: country and coordinates stay as the city was registered");

    public static Sentence Planned { get; } = By(
        "không sửa được: giữ như khi ghi hoạt động", "cannot be edited: it stays as the activity was entered", "cancel", "plan");

    public static Sentence Days { get; } = new(
        "chỉ ghi được cùng trạng thái “Đã tổ chức” như đã diễn ra (hold), rồi giữ nguyên; nguồn nói khác thì dùng: assert-claim",
        "is recorded with the state Held as it was (hold), and then stays; where a source says otherwise use: assert-claim");

    /// <summary>What is not read since it follows from the record, and what it is today.</summary>
    public static Sentence NotRead(Sentence today) => new(
        $"không được đọc: ô này suy ra từ hồ sơ và lịch; hôm nay: {(today.Vi.Length == 0 ? "không có" : today.Vi)}",
        $"is not read: it follows from the record and the calendar; today: {(today.En.Length == 0 ? "none" : today.En)}");

    public static Sentence NoRequest(RequestBook requests)
    {
        var ids = string.Join(", ", requests.All.Select(request => request.Id).DefaultIfEmpty("–"));
        return new Sentence($"không có trong hồ sơ đó; các yêu cầu: {ids}", $"is not in that record; its requests: {ids}");
    }

    public static Sentence NoStep(Commitment commitment) => By(
        $"không có trong cam kết {commitment.Id}; không thêm mốc vào cam kết đã ghi", $"is no step of the commitment {commitment.Id}, which takes no more",
        "add-commitment");

    public static Sentence NoMilestone(Agreement agreement) => new(
        $"không có trong thỏa thuận này; các mốc: {Ids(agreement)}", $"is none of this agreement's; its milestones: {Ids(agreement)}");

    /// <summary>An activity goes from planned to held to reported, or is cancelled before it is held.</summary>
    public static Sentence ActivityState(ActivityState state) => state is Domain.Activities.ActivityState.Planned
        ? By("không quay lại được: việc đã xảy ra vẫn còn", "cannot be undone: what happened stays", "plan")
        : new(
            "không thể từ trạng thái đã ghi: Dự kiến → Đã tổ chức → Đã báo cáo kết quả, hoặc Dự kiến → Đã hủy",
            "cannot follow the recorded state: Planned → Held → Reported, or Planned → Cancelled");

    /// <summary>A state is entered by what happens.</summary>
    public static Sentence State(LegalState state) =>
        By("không sửa trực tiếp được: trạng thái đổi theo việc đã xảy ra", "cannot be edited: a state changes by what happens", VerbsInto(state));

    private static string[] VerbsInto(LegalState state) => state switch
    {
        LegalState.Consulting => ["open-consultation"],
        LegalState.Escalated => ["escalate"],
        LegalState.Approved => ["approve-signing"],
        LegalState.Rejected => ["reject-signing"],
        LegalState.Abandoned => ["abandon"],
        LegalState.Signed => ["sign"],
        LegalState.InEffect => ["enter-into-effect"],
        LegalState.Planned => ["adopt-plan"],
        LegalState.Implementing => ["start-implementation"],
        LegalState.Implemented => ["complete"],
        LegalState.Expired => ["expire"],
        LegalState.Archived => ["archive"],
        LegalState.Proposed => ["propose"],
        _ => ["propose-change", "put-change-into-effect"],
    };

    private static Sentence By(string vi, string en, params string[] verbs) =>
        new($"{vi}; dùng: {string.Join(", ", verbs)}", $"{en}; use: {string.Join(", ", verbs)}");

    private static string Ids(Agreement agreement) =>
        string.Join(", ", agreement.Commitments.SelectMany(commitment => commitment.Milestones).Select(step => step.Id).DefaultIfEmpty("–"));
}
