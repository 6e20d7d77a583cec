using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>Changes as they may be proposed.</summary>
internal static class Changes
{
    /// <summary>One of a kind, with what that kind needs.</summary>
    public static Change Of(ChangeKind kind) => new(kind, "Theo đề nghị của hai bên")
    {
        Term = kind is ChangeKind.Extension ? new Term(On("2035-12-31")) : null,
        Provisions = kind is ChangeKind.Amendment ? [new AmendedProvision("Điều 4", "Mỗi năm cử 30 giáo viên.")] : [],
        Successor = kind is ChangeKind.Supersession ? "agr-2026-000002" : null,
    };

    public static Change PartOf(string part) => Of(ChangeKind.Suspension) with { Part = part };

    public static Change Renaming(string from = "Sơn La", string to = "Thành phố Sơn La") =>
        new(ChangeKind.Amendment, "Sắp xếp đơn vị hành chính") { Renames = [new NewName(from, to)] };
}
