using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Agreements;

/// <summary>Which legal state may follow which. The deciders guard each step; this table is what their outcome is held against.</summary>
public static class Lifecycle
{
    private static readonly LegalState[] Ends = [Suspended, Expired, Terminated, Withdrawn, Superseded];

    private static readonly Dictionary<LegalState, LegalState[]> Next = new()
    {
        [Unrecorded] = [.. Enum.GetValues<LegalState>().Where(state => state is not Unrecorded)],
        [Proposed] = [Consulting, Abandoned],
        [Consulting] = [Escalated, Approved, Rejected, Abandoned],
        [Escalated] = [Approved, Rejected],
        [Approved] = [Signed, Abandoned],
        [Signed] = [InEffect, Terminated],
        [InEffect] = [Planned, .. Ends],
        [Planned] = [Implementing, .. Ends],
        [Implementing] = [Implemented, .. Ends],
        [Implemented] = [Planned, Archived, .. Ends],
        [Suspended] = [InEffect, Planned, Implementing, Implemented, .. Ends],
        [Expired] = [Archived],
        [Terminated] = [Archived],
        [Withdrawn] = [Archived],
        [Superseded] = [Archived],
        [Rejected] = [Archived],
        [Abandoned] = [Archived],
        [Archived] = [],
    };

    /// <summary>True when <paramref name="to"/> may directly follow <paramref name="from"/>.</summary>
    public static bool Allows(LegalState from, LegalState to) => Next[from].Contains(to);

    /// <summary>The states that may directly follow <paramref name="from"/>.</summary>
    public static IReadOnlyList<LegalState> After(LegalState from) => Next[from];

    /// <summary>What people call a state, in Vietnamese.</summary>
    public static string Vietnamese(LegalState state) => state switch
    {
        Proposed => "Đề xuất",
        Consulting => "Đang lấy ý kiến",
        Escalated => "Trình Thủ tướng",
        Approved => "Đã cho phép ký",
        Signed => "Đã ký",
        InEffect => "Có hiệu lực",
        Planned => "Có kế hoạch thực hiện",
        Implementing => "Đang thực hiện",
        Implemented => "Đã thực hiện",
        Suspended => "Tạm đình chỉ",
        Expired => "Hết hiệu lực",
        Terminated => "Chấm dứt hiệu lực",
        Withdrawn => "Rút khỏi",
        Superseded => "Được thay thế",
        Rejected => "Không chấp thuận",
        Abandoned => "Dừng đề xuất",
        Archived => "Lưu trữ",
        _ => "Chưa ghi nhận",
    };
}
