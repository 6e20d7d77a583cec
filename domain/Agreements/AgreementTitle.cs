using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
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

    /// <summary>A title without any of these bears none of the names; most titles are done with by that.</summary>
    private static readonly string[] TreatyEndings = ["ước", "định"];

    /// <summary>Names the same article gives to international agreements.</summary>
    private static readonly string[] AgreementNames =
        ["thỏa thuận", "thoả thuận", "thông cáo", "tuyên bố", "ý định thư", "bản ghi nhớ", "biên bản", "chương trình", "kế hoạch", "kết nghĩa"];

    private static readonly Sentence Forbidden = new(
        $"không được mang tên {string.Join(", ", TreatyNames)}; sửa tên, hoặc đánh dấu treatyLevel nếu là điều ước",
        $"must not be named {string.Join(", ", TreatyNames)}; change the title, or mark it treatyLevel");

    internal void Check(FieldChecks fields, string path) => fields
        .Text($"{path}.vi", Vi)
        .Optional($"{path}.foreign", Foreign)
        .Must(TreatyLevel || Vi is null || !BearsTreatyName(Vi), $"{path}.vi", Forbidden.Vi, Forbidden.En);

    /// <summary>
    /// The name that comes first is the instrument's: "Kế hoạch thực hiện Hiệp định …" is a plan.
    /// Tones matter ("hiệp đinh" is nothing); case, normal form and punctuation do not.
    /// </summary>
    private static bool BearsTreatyName(string title)
    {
        title = NormalForm.Compose(title);
        if (!TreatyEndings.Any(ending => title.Contains(ending, StringComparison.OrdinalIgnoreCase))) return false;
        var words = Words(title);
        return First(words, TreatyNames) is >= 0 and var treaty && (First(words, AgreementNames) is not (>= 0 and var agreement) || treaty < agreement);
    }

    private static int First(string words, string[] names) =>
        names.Select(name => words.IndexOf($" {name} ", StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    private static string Words(string title)
    {
        var letters = string.Concat(title.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '));
        return $" {string.Join(' ', letters.Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }
}
