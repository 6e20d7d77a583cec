using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>Why a change is not consulted on.</summary>
public enum Exemption
{
    /// <summary>Sửa đổi mang tính kỹ thuật: nothing of substance changes.</summary>
    Technical,

    /// <summary>Chỉ đổi tên bên ký kết sau sắp xếp bộ máy.</summary>
    RenameOnly,
}

/// <summary>What the law says of an exemption: data, with its basis and how long it holds.</summary>
/// <param name="Exemption">Which.</param>
/// <param name="Basis">The law.</param>
/// <param name="LastDay">The last day it can be used on; null: it holds on.</param>
public sealed record ExemptionRule(Exemption Exemption, Sentence Basis, DateOnly? LastDay)
{
    /// <summary>The rules, one for each exemption.</summary>
    public static IReadOnlyList<ExemptionRule> All { get; } =
    [
        new(Exemption.Technical, new Sentence("Luật Thỏa thuận quốc tế 70/2020/QH14", "Law on International Agreements 70/2020/QH14"), LastDay: null),
        new(Exemption.RenameOnly, new Sentence("Nghị định 177/2025/NĐ-CP, khoản 4 Điều 5, Điều 10", "Decree 177/2025/NĐ-CP, art. 5(4), 10"),
            new DateOnly(2027, 2, 28)),
    ];

    /// <summary>The rule of an exemption.</summary>
    public static ExemptionRule Of(Exemption exemption) => All.First(rule => rule.Exemption == exemption);

    /// <summary>True of a date that does not certainly lie after its last day.</summary>
    public bool Holds(DateOfRecord on) => LastDay is not { } last || !on.IsAfter(last);

    /// <summary>True of the changes it is made for: amendments, and where only names change, such as change nothing else.</summary>
    public bool Covers(Change change) => Exemption is Exemption.RenameOnly ? change.IsRenameOnly : change.Kind is ChangeKind.Amendment;
}
