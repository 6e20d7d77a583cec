using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Agreements;

/// <summary>What an agreement is called.</summary>
/// <param name="Vi">The Vietnamese title.</param>
/// <param name="Foreign">The title in the partner's language or English; null when there is none.</param>
/// <param name="TreatyLevel">The instrument is a treaty-level one, and may bear a treaty's name.</param>
public sealed record AgreementTitle(string Vi, string? Foreign = null, bool TreatyLevel = false)
{
    /// <summary>Names of treaties, forbidden for international agreements: Law 70/2020/QH14, art. 2(1), 6.</summary>
    private static readonly string[] TreatyNames = ["công ước", "hiệp ước", "định ước", "hiệp định"];

    internal void Check(FieldChecks fields, string path) => fields
        .Text($"{path}.vi", Vi)
        .Optional($"{path}.foreign", Foreign)
        .Must(TreatyLevel || Vi is null || !BearsTreatyName(Vi), $"{path}.vi",
            $"không được mang tên {string.Join(", ", TreatyNames)}; sửa tên, hoặc đánh dấu treatyLevel nếu là điều ước",
            $"must not be named {string.Join(", ", TreatyNames)}; change the title, or mark it treatyLevel");

    /// <summary>Tones matter here: "hiệp định" is a treaty, "hiệp đinh" is nothing; case and normal form do not.</summary>
    private static bool BearsTreatyName(string title)
    {
        var words = $" {string.Join(' ', title.Normalize().ToLowerInvariant().Split([' ', '\t', '\n', '\r', ',', '.', ':', ';', '"', '(', ')', '-', '–'], StringSplitOptions.RemoveEmptyEntries))} ";
        return TreatyNames.Any(name => words.Contains($" {name} ", StringComparison.Ordinal));
    }

}
