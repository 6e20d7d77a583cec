using CityGrains.Domain.Checks;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Agreements;

/// <summary>What an agreement is called.</summary>
/// <param name="Vi">The Vietnamese title.</param>
/// <param name="Foreign">The title in the partner's language or English; null when there is none.</param>
/// <param name="TreatyLevel">The instrument is a treaty-level one, and may bear a treaty's name.</param>
public sealed record AgreementTitle(string Vi, string? Foreign = null, bool TreatyLevel = false)
{
    /// <summary>Names of treaties, forbidden for international agreements: Law 70/2020/QH14, art. 6.</summary>
    private static readonly string[] TreatyNames = ["công ước", "hiệp ước", "định ước", "hiệp định"];

    /// <summary>Names the same article gives to international agreements.</summary>
    private static readonly string[] AgreementNames =
        ["thỏa thuận", "thoả thuận", "thông cáo", "tuyên bố", "ý định thư", "bản ghi nhớ", "biên bản", "chương trình", "kế hoạch", "kết nghĩa"];

    internal void Check(FieldChecks fields, string path) => fields
        .Text($"{path}.vi", Vi)
        .Optional($"{path}.foreign", Foreign)
        .Must(TreatyLevel || Vi is null || !BearsTreatyName(Vi), $"{path}.vi",
            $"không được mang tên {string.Join(", ", TreatyNames)}; sửa tên, hoặc đánh dấu treatyLevel nếu là điều ước",
            $"must not be named {string.Join(", ", TreatyNames)}; change the title, or mark it treatyLevel");

    /// <summary>
    /// The name that comes first is the instrument's: "Kế hoạch thực hiện Hiệp định …" is a plan.
    /// Tones matter ("hiệp đinh" is nothing); case, normal form and punctuation do not.
    /// </summary>
    private static bool BearsTreatyName(string title)
    {
        var words = Words(title);
        return First(words, TreatyNames) is >= 0 and var treaty && (First(words, AgreementNames) is not (>= 0 and var agreement) || treaty < agreement);
    }

    private static int First(string words, string[] names) =>
        names.Select(name => words.IndexOf($" {name} ", StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    private static string Words(string title)
    {
        var letters = string.Concat(NormalForm.Compose(title).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '));
        return $" {string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }
}
