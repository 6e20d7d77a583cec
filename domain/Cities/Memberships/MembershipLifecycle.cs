using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;

namespace CityGrains.Domain.Cities;

/// <summary>Which state of a membership may follow which. The deciders guard each step; this table is what their outcome is held against.</summary>
public static class MembershipLifecycle
{
    private static readonly StateTable<MembershipState> Next = new(new Dictionary<MembershipState, MembershipState[]>
    {
        [Unrecorded] = [Preparing, Member],
        [Preparing] = [CityEndorsed, Abandoned],
        [CityEndorsed] = [NatComReview],
        [NatComReview] = [UnderReview, NotEndorsed],
        [UnderReview] = [Member, NotSelected],
        [Member] = [ReportOverdue, Withdrawn, Transferred],
        [ReportOverdue] = [Member, Inactive, Removed],
        [Inactive] = [Member, Removed, Withdrawn],
        [Removed] = [],
        [Withdrawn] = [],
        [Transferred] = [],
        [NotEndorsed] = [Preparing],
        [NotSelected] = [Preparing],
        [Abandoned] = [Preparing],
    });

    /// <summary>The states in which a city belongs to the network.</summary>
    public static IReadOnlyList<MembershipState> Members { get; } = [Member, ReportOverdue, Inactive];

    /// <summary>The states in which criteria are assessed: from the first draft of the dossier on, until the application or the membership ends.</summary>
    public static IReadOnlyList<MembershipState> Assessed { get; } = [Preparing, CityEndorsed, NatComReview, UnderReview, Member, ReportOverdue, Inactive];

    /// <summary>True when <paramref name="to"/> may directly follow <paramref name="from"/>.</summary>
    public static bool Allows(MembershipState from, MembershipState to) => Next.After(from).Contains(to);

    /// <summary>The states that may directly follow <paramref name="from"/>.</summary>
    public static IReadOnlyList<MembershipState> After(MembershipState from) => Next.After(from);

    /// <summary>The shortest way from a state to one of some others; empty when none can be reached.</summary>
    public static IReadOnlyList<MembershipState> Way(MembershipState from, IReadOnlyList<MembershipState> to) => Next.Way(from, to);

    /// <summary>What people call a state, in Vietnamese.</summary>
    public static string Vietnamese(MembershipState state) => state switch
    {
        Preparing => "Chuẩn bị hồ sơ",
        CityEndorsed => "Thành phố đã ký",
        NatComReview => "Ủy ban quốc gia xem xét",
        UnderReview => "Chuyên gia thẩm định",
        Member => "Thành viên",
        ReportOverdue => "Quá hạn báo cáo",
        Inactive => "Không hoạt động",
        Removed => "Bị đưa ra",
        Withdrawn => "Rút",
        Transferred => "Chuyển đơn vị kế thừa",
        NotEndorsed => "Không đề cử",
        NotSelected => "Không được chọn",
        Abandoned => "Dừng",
        _ => "Chưa ghi nhận",
    };
}
