using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Cities;

/// <summary>The refusals of memberships: code, what is wrong, what would make it legal.</summary>
internal static class RefuseMembership
{
    public static Refusal WrongState(Membership membership, params IReadOnlyList<MembershipState> needed) => Membership(
        "wrong-state",
        $"Trong mạng lưới '{membership.Network}', thành phố đang ở trạng thái {MembershipLifecycle.Vietnamese(membership.State)}.",
        $"In the network '{membership.Network}' the city is {membership.State}.",
        $"Việc này cần trạng thái: {Names(needed, MembershipLifecycle.Vietnamese)}. {VietnameseWay(membership.State, needed)}",
        $"This needs the state: {Names(needed, English)}. {EnglishWay(membership.State, needed)}");

    public static Refusal CityEnded(City city) => Membership(
        "city-ended", $"{city.Name} không còn là thành phố từ {city.Ending!.On.Vi()}.", $"{city.Name} is no city any more since {city.Ending.On.En()}.",
        "Nộp hồ sơ cho đơn vị kế thừa.", "Apply for its successor.");

    public static Refusal NotNationallyEndorsed() => Membership(
        "not-nationally-endorsed", "Ủy ban quốc gia chưa đồng ý đề cử.", "The national commission has not endorsed the application.",
        "Ghi nhận ý kiến của Ủy ban quốc gia trước (endorse-nationally).", "Record its endorsement first (endorse-nationally).");

    public static Refusal SourceMissing() => Membership(
        "source-missing", "Việc công nhận phải nêu nguồn.", "A recognition must name its source.",
        "Điền source.title: văn bản, trang của mạng lưới hoặc bài báo nêu việc này.",
        "Fill in source.title: the letter, the network's page or the article that says so.");

    public static Refusal InTheFuture(string field, DateOfRecord date) => Membership(
        "in-the-future", FieldFault.Of(field, $"ngày {date.Vi()} còn ở tương lai", $"{date.En()} lies in the future"),
        "Ghi việc đã xảy ra, với ngày không muộn hơn hôm nay.", "Record what has happened, dated today or earlier.");

    public static Refusal BeforeRecognition(string field, DateOfRecord date, DateOfRecord recognised) => Membership(
        "before-recognition", FieldFault.Of(field, $"ngày {date.Vi()} trước ngày được công nhận {recognised.Vi()}",
            $"{date.En()} lies before the recognition of {recognised.En()}"),
        "Kiểm tra hai ngày.", "Check both dates.");

    public static Refusal NoSuchCriterion(Network network, int number) => Membership(
        "no-such-criterion", $"Mạng lưới '{network.Id}' không có tiêu chí số {number}.", $"The network '{network.Id}' has no criterion {number}.",
        network.Criteria == 0 ? "Mạng lưới này không đánh số tiêu chí." : $"Dùng số từ 1 đến {network.Criteria}.",
        network.Criteria == 0 ? "It numbers no criteria." : $"Use a number from 1 to {network.Criteria}.");

    public static Refusal ReportDueUnknown() => Membership(
        "report-due-unknown", "Không biết báo cáo đến hạn khi nào.", "Nobody knows when the report was due.",
        "Nêu hạn do mạng lưới thông báo ở dueOn.", "State in dueOn when the network said it was due.");

    public static Refusal ReportNotDue(DateOfRecord due, DateOfRecord on) => Membership(
        "report-not-due", $"Hạn báo cáo là {due.Vi()}, đến {on.Vi()} chưa chắc đã quá hạn.",
        $"The report is due on {due.En()}; on {on.En()} it is not certainly overdue.",
        "Chờ đến sau hạn, hoặc nêu hạn khác do mạng lưới thông báo ở dueOn.", "Wait until it has passed, or state in dueOn another date the network set.");

    public static Refusal NoReport() => Membership(
        "no-report", "Không có báo cáo nào đang chờ chấp nhận.", "No report waits to be accepted.",
        "Ghi nhận việc nộp báo cáo trước (submit-report).", "Record its submission first (submit-report).");

    public static Refusal AcceptedBeforeSubmission(DateOfRecord accepted, DateOfRecord submitted) => Membership(
        "accepted-before-submission",
        $"Ngày chấp nhận {accepted.Vi()} trước ngày nộp {submitted.Vi()}.",
        $"The acceptance of {accepted.En()} lies before the submission of {submitted.En()}.",
        "Kiểm tra hai ngày.", "Check both dates.");

    public static Refusal ItsOwnSuccessor(string id) => Membership(
        "its-own-successor", $"'{id}' không thể kế thừa chính mình.", $"'{id}' cannot succeed itself.",
        "Nêu mã của thành phố khác.", "Name the id of another city.");

    public static Refusal TooManyReminders(int most) => Membership(
        "too-many-reminders", $"Đã ghi {most} lần nhắc cho báo cáo này.", $"{most} reminders of this report are recorded already.",
        "Ghi nhận báo cáo, hoặc việc chuyển sang không hoạt động.", "Record the report, or that the membership became inactive.");

    private static string VietnameseWay(MembershipState from, IReadOnlyList<MembershipState> to) =>
        MembershipLifecycle.Way(from, to) is { Count: > 0 } way ? $"Đi qua: {Names(way, MembershipLifecycle.Vietnamese, " → ")}."
        : MembershipLifecycle.After(from) is { Count: > 0 } after ? $"Từ đây có thể sang: {Names(after, MembershipLifecycle.Vietnamese)}."
        : "Hồ sơ đã khép lại.";

    private static string EnglishWay(MembershipState from, IReadOnlyList<MembershipState> to) =>
        MembershipLifecycle.Way(from, to) is { Count: > 0 } way ? $"The way there: {Names(way, English, " → ")}."
        : MembershipLifecycle.After(from) is { Count: > 0 } after ? $"From here it may go to: {Names(after, English)}."
        : "The file is closed.";

    private static string Names(IEnumerable<MembershipState> states, Func<MembershipState, string> name, string between = ", ") =>
        string.Join(between, states.Select(name));

    private static string English(MembershipState state) => state.ToString();

    private static Refusal Membership(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"membership/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));

    private static Refusal Membership(string code, FieldFault fault, string remedyVi, string remedyEn) =>
        Refusal.Of($"membership/{code}", fault, new Sentence(remedyVi, remedyEn));
}
