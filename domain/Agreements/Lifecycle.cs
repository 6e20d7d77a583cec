using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Agreements;

/// <summary>Which legal state may follow which. The deciders guard each step; this table is what their outcome is held against.</summary>
public static class Lifecycle
{
    private static readonly LegalState[] Ends = [Suspended, Expired, Terminated, Withdrawn, Superseded];

    private static readonly StateTable<LegalState> Next = new(new Dictionary<LegalState, LegalState[]>
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
        [Suspended] = [InEffect, Planned, Implementing, Implemented, Expired, Terminated, Withdrawn, Superseded],
        [Expired] = [Archived],
        [Terminated] = [Archived],
        [Withdrawn] = [Archived],
        [Superseded] = [Archived],
        [Rejected] = [Archived],
        [Abandoned] = [Archived],
        [Archived] = [],
    });

    /// <summary>The states of an agreement that is signed and has not ended.</summary>
    public static IReadOnlyList<LegalState> Live { get; } = [Signed, InEffect, Planned, Implementing, Implemented, Suspended];

    /// <summary>The states of an agreement that was signed, ended or not, and whose file is open.</summary>
    public static IReadOnlyList<LegalState> Concluded { get; } = [.. Live, Expired, Terminated, Withdrawn, Superseded];

    /// <summary>The states of an agreement, signed or not yet, that has not ended.</summary>
    public static IReadOnlyList<LegalState> Unended { get; } = [Proposed, Consulting, Escalated, Approved, .. Live];

    /// <summary>True from the signing to the end.</summary>
    public static bool IsLive(LegalState state) => Live.Contains(state);

    /// <summary>True of the states that an agreement may have reached after it was signed.</summary>
    public static bool MayBeSigned(LegalState state) => state is >= Signed and <= Superseded or Archived;

    /// <summary>True of the states that an agreement may have reached after it came into effect.</summary>
    public static bool MayBeInEffect(LegalState state) => state is not Signed && MayBeSigned(state);

    /// <summary>True when <paramref name="to"/> may directly follow <paramref name="from"/>.</summary>
    public static bool Allows(LegalState from, LegalState to) => Next.After(from).Contains(to);

    /// <summary>The states that may directly follow <paramref name="from"/>.</summary>
    public static IReadOnlyList<LegalState> After(LegalState from) => Next.After(from);

    /// <summary>The states that <paramref name="to"/> may directly follow.</summary>
    public static IReadOnlyList<LegalState> Before(LegalState to) =>
        [.. Enum.GetValues<LegalState>().Where(from => from is not Unrecorded && Allows(from, to))];

    /// <summary>The shortest way from a state to one of some others: the states to go through and that one. Empty when none can be reached.</summary>
    public static IReadOnlyList<LegalState> Way(LegalState from, IReadOnlyList<LegalState> to) => Next.Way(from, to);

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
