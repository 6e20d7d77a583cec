using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Claims;

/// <summary>The refusals of claims: code, what is wrong, what would make it legal.</summary>
internal static class Refuse
{
    public static Refusal SourceMissing() => Refusal.Invalid(
        new FieldChecks().Must(holds: false, "source", "phải nêu tài liệu nói như vậy", "a claim must name the document that says so").Faults);

    public static Refusal NoSuchClaim(string id, IReadOnlyList<Claim> claims) => Claim(
        "no-such-claim", $"Không có thông tin '{RecordId.Shown(id)}'.", $"There is no claim '{RecordId.Shown(id)}'.",
        claims.Count > 0 ? $"Các thông tin: {Ids(claims)}." : "Chưa có thông tin nào: ghi lại trước (assert-claim).",
        claims.Count > 0 ? $"The claims are: {Ids(claims)}." : "There is none: assert one first (assert-claim).");

    public static Refusal NoSuchFact(string fact, IReadOnlyList<Claim> claims) => Claim(
        "no-such-fact", $"Chưa có thông tin nào về '{RecordId.Shown(fact)}'.", $"Nothing is claimed of '{RecordId.Shown(fact)}'.",
        claims.Count > 0 ? $"Các điều đã có thông tin: {Facts(claims)}." : "Ghi lại thông tin cùng nguồn trước (assert-claim).",
        claims.Count > 0 ? $"Facts with claims: {Facts(claims)}." : "Assert a claim with its source first (assert-claim).");

    public static Refusal SetAside(Claim claim) => Claim(
        "set-aside", $"Thông tin '{claim.Id}' đã bị bác.", $"The claim '{claim.Id}' is set aside already.",
        "Không cần phản đối nữa; nếu nó đúng, kết luận lại (resolve-claim).",
        "It needs no dispute; where it is right after all, resolve the fact again (resolve-claim).");

    private static string Ids(IEnumerable<Claim> claims) => Words.List([.. claims.Select(claim => claim.Id)]);

    private static string Facts(IEnumerable<Claim> claims) => Words.List([.. claims.Select(claim => claim.Fact).Distinct(StringComparer.Ordinal)]);

    private static Refusal Claim(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"claim/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));
}
