using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Agreements;

/// <summary>The refusals of changes, suspensions and ends.</summary>
internal static partial class Refuse
{
    public static Refusal FourEyes(string actor) => Agreement(
        "four-eyes", $"'{actor}' đã đề xuất nên không được tự cho phép.", $"'{actor}' proposed it, and may not approve it.",
        "Người khác, bằng khóa khác có vai trò approver, ghi quyết định.", "Somebody else records the decision, with another key of the role approver.");

    public static Refusal NoSuchChange(string id, Agreement agreement) => Agreement(
        "no-such-change", $"Không có thay đổi '{id}'.", $"There is no change '{id}'.",
        OfChanges(agreement, "Các thay đổi", "Thỏa thuận chưa có thay đổi nào: đề xuất (propose-change) trước"),
        OfChanges(agreement, "Changes", "The agreement has none: propose one (propose-change) first"));

    public static Refusal WrongStep(ChangeProcess change, IReadOnlyList<ChangeState> needed) => Agreement(
        "wrong-step",
        $"Thay đổi '{change.Id}' đang ở bước: {ChangeProcess.Vietnamese(change.State)}.",
        $"The change '{change.Id}' is {Words.Kebab(change.State.ToString())}.",
        $"Việc này cần bước: {string.Join(", ", needed.Select(ChangeProcess.Vietnamese))}.",
        $"This needs: {string.Join(", ", needed.Select(state => Words.Kebab(state.ToString())))}.");

    public static Refusal ChangeUnderWay(ChangeProcess other) => Agreement(
        "change-under-way", $"Thay đổi '{other.Id}' cùng loại chưa xong.", $"The change '{other.Id}' of the same kind is under way.",
        "Hoàn tất nó, hoặc dừng nó (drop-change) rồi đề xuất lại.", "Bring it to its end, or drop it (drop-change) and propose anew.");

    public static Refusal OwnSuccessor() => Agreement(
        "own-successor", "Thỏa thuận không thể thay thế chính nó.", "An agreement does not take its own place.",
        "Điền mã của thỏa thuận mới vào successor.", "Give the id of the new agreement as successor.");

    public static Refusal NotLonger(Term present) => Agreement(
        "not-longer", $"Thời hạn mới không dài hơn thời hạn hiện nay, đến {present.Until.Vi()}.",
        $"The new term is no longer than the present one, until {present.Until.En()}.",
        "Điền term.until sau ngày đó, hoặc unknown nếu không xác định thời hạn.", "Give a later term.until, or unknown for none.");

    public static Refusal NotExempt(ExemptionRule rule) => Agreement(
        "not-exempt", "Thay đổi này không thuộc trường hợp được miễn lấy ý kiến.", "This change is not one that the exemption is made for.",
        rule.Exemption is Exemption.RenameOnly
            ? "Chỉ sửa đổi chỉ gồm renames mới được miễn; nếu không, lấy ý kiến (open-change-consultation)."
            : "Chỉ sửa đổi (amendment) mới có thể mang tính kỹ thuật; lấy ý kiến (open-change-consultation).",
        rule.Exemption is Exemption.RenameOnly
            ? "Only an amendment of nothing but renames is exempt; consult otherwise (open-change-consultation)."
            : "Only an amendment can be technical; consult (open-change-consultation).");

    public static Refusal ExemptionEnded(ExemptionRule rule) => Agreement(
        "exemption-ended", $"Quy định miễn chỉ áp dụng đến hết ngày {rule.LastDay!.Value.Vi()} ({rule.Basis.Vi}).",
        $"The exemption holds until the end of {rule.LastDay.Value.En()} only ({rule.Basis.En}).",
        "Lấy ý kiến các cơ quan (open-change-consultation).", "Consult the agencies (open-change-consultation).");

    public static Refusal EffectiveBeforeDecision(DateOfRecord effective, DateOfRecord decided) => Agreement(
        "effective-before-decision", $"Ngày có hiệu lực {effective.Vi()} trước ngày quyết định {decided.Vi()}.",
        $"The effective date {effective.En()} lies before the decision of {decided.En()}.",
        "Kiểm tra hai ngày; thay đổi không có hiệu lực trước khi được phép.", "Check both dates; no change takes effect before it is permitted.");

    public static Refusal SuspendedAfterItsEnd(DateOfRecord from, DateOfRecord until) => Agreement(
        "suspended-after-its-end", $"Ngày bắt đầu đình chỉ {from.Vi()} sau ngày kết thúc {until.Vi()}.",
        $"The suspension would begin on {from.En()}, after its end on {until.En()}.",
        "Kiểm tra hai ngày, hoặc dừng thay đổi này và đề xuất lại.", "Check both dates, or drop the change and propose anew.");

    public static Refusal StateBeforeUnknown() => Agreement(
        "state-before-unknown", "Hồ sơ không ghi trạng thái trước khi đình chỉ.", "The record does not know the state before the suspension.",
        "Điền returnsTo: InEffect, Planned, Implementing hoặc Implemented.", "Give returnsTo: InEffect, Planned, Implementing or Implemented.");

    public static Refusal ReturnsElsewhere(Suspension suspension) => Agreement(
        "returns-elsewhere",
        suspension.Before is { } state ? $"Trước khi đình chỉ, thỏa thuận ở trạng thái {Lifecycle.Vietnamese(state)}."
            : "Việc đình chỉ một phần không đổi trạng thái.",
        suspension.Before is { } before ? $"Before the suspension the agreement was {before}." : "A suspension in part changed no state.",
        "Bỏ returnsTo: trạng thái cũ tự trở lại.", "Leave returnsTo out: the state before comes back.");

    public static Refusal NoSuchSuspension(Agreement agreement) => Agreement(
        "no-such-suspension", "Chưa rõ chấm dứt việc đình chỉ nào.", "It is not clear which suspension is to end.",
        $"Điền change, một trong: {Words.List([.. agreement.Suspensions.Select(suspension => suspension.Change)])}.",
        $"Give change, one of: {Words.List([.. agreement.Suspensions.Select(suspension => suspension.Change)])}.");

    public static Refusal ResumedBeforeSuspension(DateOfRecord resumed, DateOfRecord from) => Agreement(
        "resumed-before-suspension", $"Ngày tiếp tục {resumed.Vi()} trước ngày đình chỉ {from.Vi()}.",
        $"The resumption of {resumed.En()} lies before the suspension of {from.En()}.",
        "Kiểm tra hai ngày.", "Check both dates.");

    public static Refusal TermRuns(Term term) => Agreement(
        "term-runs", $"Thời hạn của thỏa thuận còn đến hết {term.Until.Vi()}.",
        $"The agreement's term runs until the end of {term.Until.En()}.",
        "Ghi hết hiệu lực sau ngày đó; muốn kết thúc sớm, đề xuất chấm dứt (propose-change, termination).",
        "Record the expiry after that day; to end it sooner, propose a termination (propose-change).");

    public static Refusal TermUnknown(Agreement agreement) => Agreement(
        "term-unknown",
        agreement.Term is { RenewsAutomatically: true } ? "Thỏa thuận tự động gia hạn." : "Hồ sơ không ghi thời hạn của thỏa thuận.",
        agreement.Term is { RenewsAutomatically: true } ? "The agreement renews itself." : "The record knows no term of the agreement.",
        "Điền expiredOn, cùng nguồn (source) và lý do (reason).", "Give expiredOn, with its source and reason.");

    private static string OfChanges(Agreement agreement, string some, string none) =>
        agreement.Changes.Select(change => change.Id).ToList() is { Count: > 0 } ids ? $"{some}: {Words.List(ids)}." : $"{none}.";
}
