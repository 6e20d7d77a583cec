using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Agreements;

/// <summary>The refusals of agreements: code, what is wrong, what would make it legal.</summary>
internal static partial class Refuse
{
    public static Refusal BadId(string id) => Agreement(
        "bad-id", $"Mã '{RecordId.Shown(id)}' không hợp lệ.", $"The id '{RecordId.Shown(id)}' is not valid.",
        $"Dùng chữ thường không dấu, chữ số và gạch nối, nhiều nhất {RecordId.Longest} ký tự, như agr-2024-000123.",
        $"Use lower-case letters, digits and hyphens, at most {RecordId.Longest} characters, as in agr-2024-000123.");

    public static Refusal NotFound(string id) => Agreement(
        "not-found", $"Không có thỏa thuận '{RecordId.Shown(id)}'.", $"There is no agreement '{RecordId.Shown(id)}'.",
        "Kiểm tra mã, hoặc đề xuất thỏa thuận trước.", "Check the id, or propose the agreement first.");

    public static Refusal AlreadyExists(string id) => Agreement(
        "already-exists", $"Đã có thỏa thuận '{id}'.", $"There is an agreement '{id}' already.",
        "Chọn mã khác, hoặc cập nhật thỏa thuận đã có.", "Choose another id, or update the one that exists.");

    public static Refusal SourceMissing() => Agreement(
        "source-missing", "Thỏa thuận cũ phải nêu nguồn.", "A legacy agreement must name its source.",
        "Điền source.title: quyết định, hồ sơ hoặc danh sách đã ghi nhận nó.", "Fill in source.title: the decision, file or list that records it.");

    public static Refusal InTheFuture(string field, DateOfRecord date) => Agreement(
        "in-the-future", FieldFault.Of(field, $"ngày {date.Vi()} còn ở tương lai", $"{date.En()} lies in the future"),
        "Ghi việc đã xảy ra, với ngày không muộn hơn hôm nay.", "Record what has happened, dated today or earlier.");

    public static Refusal SignedBeforeApproval(DateOfRecord signed, DateOfRecord approved) => Agreement(
        "signed-before-approval",
        $"Ngày ký {signed.Vi()} trước ngày cho phép {approved.Vi()}.",
        $"The signing date {signed.En()} lies before the approval of {approved.En()}.",
        "Kiểm tra hai ngày; không được ký trước khi được phép.", "Check both dates; nothing is signed before it is permitted.");

    public static Refusal BeforeSigning(string field, DateOfRecord date, DateOfRecord signed) => Agreement(
        "before-signing", FieldFault.Of(field, $"ngày {date.Vi()} trước ngày ký {signed.Vi()}", $"{date.En()} lies before the signing of {signed.En()}"),
        "Kiểm tra hai ngày; việc này làm sau khi ký.", "Check both dates; this is done after the signing.");

    public static Refusal DisclosureRestricted(Restriction restriction) => Agreement(
        "disclosure-restricted",
        $"Thỏa thuận bị hạn chế công khai từ {restriction.On.Vi()} theo {restriction.Document}.",
        $"Its disclosure is restricted since {restriction.On.En()} by {restriction.Document}.",
        "Công bố sau khi hết hạn chế; nếu đã gỡ hạn chế, ghi lại (restrict-disclosure) với ngày kết thúc until.",
        "Publish it after the restriction ends; where it was lifted, record it again (restrict-disclosure) with its end, until.");

    public static Refusal EffectiveBeforeSigning(DateOfRecord effective, DateOfRecord signed) => Agreement(
        "effective-before-signing",
        $"Ngày có hiệu lực {effective.Vi()} trước ngày ký {signed.Vi()}.",
        $"The effective date {effective.En()} lies before the signing of {signed.En()}.",
        "Kiểm tra hai ngày; thỏa thuận không có hiệu lực trước khi ký.", "Check both dates; nothing takes effect before it is signed.");

    public static Refusal EffectiveAfterTerm(DateOfRecord effective, DateOfRecord until) => Agreement(
        "effective-after-term", $"Ngày có hiệu lực {effective.Vi()} sau ngày hết hạn {until.Vi()}.",
        $"The effective date {effective.En()} lies after the end of the term, {until.En()}.",
        "Kiểm tra hai ngày.", "Check both dates.");

    public static Refusal NothingToCorrect(string field) => Agreement(
        "nothing-to-correct", FieldFault.Of(field, $"hồ sơ chưa ghi ngày này nên không có gì để sửa",
            $"the record has no such date yet, so there is nothing to correct"),
        "Ghi nhận việc ký (sign) hoặc việc có hiệu lực (enter-into-effect) trước.",
        "Record the signing (sign) or the entry into effect (enter-into-effect) first.");

    public static Refusal NoSuchParty(string name, Agreement agreement) => Agreement(
        "no-such-party", $"Không có bên nào tên '{RecordId.Shown(name)}'.", $"No party is named '{RecordId.Shown(name)}'.",
        $"Các bên: {string.Join("; ", agreement.Parties.Select(party => party.Name))}.",
        $"The parties are: {string.Join("; ", agreement.Parties.Select(party => party.Name))}.");

    public static Refusal AgencyNotAsked(string agency, IEnumerable<string> asked) => Agreement(
        "agency-not-asked", $"Cơ quan '{agency}' không có trong danh sách lấy ý kiến.", $"The agency '{agency}' was not asked.",
        $"Các cơ quan được hỏi: {string.Join("; ", asked)}.", $"Agencies asked: {string.Join("; ", asked)}.");

    public static Refusal OpinionsMissing(IEnumerable<string> agencies) => Agreement(
        "opinions-missing", $"Chưa có ý kiến của: {string.Join("; ", agencies)}.", $"Not replied yet: {string.Join("; ", agencies)}.",
        "Ghi ý kiến khi có trả lời; riêng việc cho phép ký có thể nêu lý do ở overrideReason.",
        "Record the replies; an approval alone may go without them and state an overrideReason.");

    public static Refusal NotDisputed() => Agreement(
        "not-disputed", "Không có cơ quan nào không đồng ý.", "No agency disagrees.",
        "Cho phép ký; chỉ trình Thủ tướng khi có cơ quan không đồng ý (khoản 4 Điều 19).",
        "Approve the signing; only a disagreement goes to the Prime Minister (art. 19(4)).");

    public static Refusal Disputed() => Agreement(
        "disputed", "Có cơ quan không đồng ý.", "An agency disagrees.",
        "Trình Thủ tướng trước khi cho phép ký (khoản 4 Điều 19).", "Escalate to the Prime Minister before approving (art. 19(4)).");

    public static Refusal PrimeMinisterConsentMissing() => Agreement(
        "prime-minister-consent-missing", "Chưa có ý kiến đồng ý bằng văn bản của Thủ tướng Chính phủ.", "The Prime Minister's written consent is missing.",
        "Điền số văn bản vào primeMinisterConsent (khoản 4 Điều 19).", "Fill in its number as primeMinisterConsent (art. 19(4)).");

    public static Refusal NoSuchCommitment(string id) => Agreement(
        "no-such-commitment", $"Không có cam kết hoặc mốc '{id}'.", $"There is no commitment or milestone '{id}'.",
        "Dùng mã cam kết (c1) hoặc mốc (c1-m1) của thỏa thuận này, hoặc để trống.",
        "Use the id of a commitment (c1) or milestone (c1-m1) of this agreement, or leave it out.");

    public static Refusal NoSuchMilestone(string id, Agreement agreement) => Agreement(
        "no-such-milestone", $"Không có mốc '{id}'.", $"There is no milestone '{id}'.",
        Ids(agreement.Steps, "Các mốc", "Thỏa thuận chưa có mốc nào: thêm cam kết trước"),
        Ids(agreement.Steps, "Milestones", "The agreement has none: add a commitment first"));

    public static Refusal MilestoneSettled(Milestone milestone, Agreement agreement) => Agreement(
        "milestone-settled",
        $"Mốc '{milestone.Id}' {(milestone.Status is MilestoneStatus.Met ? "đã đạt" : "đã được miễn")}.",
        $"The milestone '{milestone.Id}' is {(milestone.Status is MilestoneStatus.Met ? "met" : "waived")} already.",
        Ids(agreement.Steps.Where(owed => !owed.IsSettled), "Các mốc chưa xong", "Không còn mốc nào chưa xong: hoàn thành, hoặc thêm cam kết"),
        Ids(agreement.Steps.Where(owed => !owed.IsSettled), "Still owed", "None is still owed: complete the implementation, or add a commitment"));

    public static Refusal NoCommitment() => Agreement(
        "no-commitment", "Thỏa thuận chưa có cam kết nào.", "The agreement has no commitment.",
        "Thêm cam kết đã thực hiện cùng minh chứng, rồi mới hoàn thành.", "Add what was promised and its evidence, then complete.");

    public static Refusal CommitmentOwed(Commitment commitment) => Agreement(
        "commitment-owed", $"Cam kết '{commitment.Id}' chưa xong.", $"The commitment '{commitment.Id}' is still owed.",
        "Ghi nhận từng mốc là đã đạt hoặc được miễn trước khi hoàn thành.", "Record each of its milestones as met or waived before completing.");

    public static Refusal EvidenceMissing(Commitment commitment) => Agreement(
        "evidence-missing", $"Cam kết '{commitment.Id}' chưa có minh chứng.", $"The commitment '{commitment.Id}' has no evidence.",
        "Đính kèm minh chứng cho cam kết hoặc mốc của nó.", "Attach evidence for it or for one of its milestones.");

    public static Refusal TooManyActivities(int most) => Agreement(
        "too-many-activities", $"Một thỏa thuận gắn với nhiều nhất {most} hoạt động.", $"An agreement is linked to at most {most} activities.",
        "Gắn hoạt động với thành phố tham gia.", "Link the activity to the cities that take part.");

    private static string Ids(IEnumerable<Milestone> milestones, string some, string none) =>
        milestones.Select(milestone => milestone.Id).ToList() is { Count: > 0 } ids ? $"{some}: {Words.List(ids)}." : $"{none}.";

    private static Refusal Agreement(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"agreement/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));

    private static Refusal Agreement(string code, FieldFault fault, string remedyVi, string remedyEn) =>
        Refusal.Of($"agreement/{code}", fault, new Sentence(remedyVi, remedyEn));
}
