using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Activities;

/// <summary>The refusals of activities: code, what is wrong, what would make it legal.</summary>
internal static class Refuse
{
    public static Refusal BadId(string id) => Activity(
        "bad-id", $"Mã '{RecordId.Shown(id)}' không hợp lệ.", $"The id '{RecordId.Shown(id)}' is not valid.",
        $"Dùng chữ thường không dấu, chữ số và gạch nối, nhiều nhất {RecordId.Longest} ký tự, như act-2022-bridge-forum.",
        $"Use lower-case letters, digits and hyphens, at most {RecordId.Longest} characters, as in act-2022-bridge-forum.");

    public static Refusal NotFound(string id) => Activity(
        "not-found", $"Không có hoạt động '{RecordId.Shown(id)}'.", $"There is no activity '{RecordId.Shown(id)}'.",
        "Kiểm tra mã, hoặc ghi hoạt động trước.", "Check the id, or plan the activity first.");

    public static Refusal AlreadyExists(Activity activity) => Activity(
        "already-exists", $"Đã có hoạt động '{activity.Id}': {activity.Title}.", $"There is an activity '{activity.Id}' already: {activity.Title}.",
        "Đặt mã khác ở id, hoặc cập nhật hoạt động đã có.", "Give another id, or update the one that exists.");

    public static Refusal WrongState(Activity activity, params IReadOnlyList<ActivityState> needed) => Activity(
        "wrong-state", $"Hoạt động đang ở trạng thái {Activities.Activity.Vietnamese(activity.State)}.", $"The activity is {activity.State}.",
        $"Việc này cần trạng thái: {string.Join(", ", needed.Select(Activities.Activity.Vietnamese))}.", $"This needs the state: {string.Join(", ", needed)}.");

    public static Refusal InTheFuture(string field, DateOfRecord date) => Activity(
        "in-the-future", FieldFault.Of(field, $"ngày {date.Vi()} còn ở tương lai", $"{date.En()} lies in the future"),
        "Ghi việc đã xảy ra, với ngày không muộn hơn hôm nay.", "Record what has happened, dated today or earlier.");

    public static Refusal ReportedBeforeHeld(DateOfRecord reported, DateOfRecord held) => Activity(
        "reported-before-held",
        $"Ngày báo cáo {reported.Vi()} trước ngày tổ chức {held.Vi()}.",
        $"The report of {reported.En()} lies before the activity itself, {held.En()}.",
        "Kiểm tra hai ngày.", "Check both dates.");

    public static Refusal TooMany(string what, int most) => Activity(
        "too-many", $"{what}: nhiều nhất {most}.", $"{what}: at most {most}.", "Ghi ở một hoạt động khác.", "Record it of another activity.");

    private static Refusal Activity(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"activity/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));

    private static Refusal Activity(string code, FieldFault fault, string remedyVi, string remedyEn) =>
        Refusal.Of($"activity/{code}", fault, new Sentence(remedyVi, remedyEn));
}
