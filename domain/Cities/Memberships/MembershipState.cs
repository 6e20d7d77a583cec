namespace CityGrains.Domain.Cities;

/// <summary>Where a city stands on its way into and out of a network.</summary>
public enum MembershipState
{
    /// <summary>Nothing is recorded yet.</summary>
    Unrecorded,

    /// <summary>Chuẩn bị hồ sơ.</summary>
    Preparing,

    /// <summary>Thành phố đã ký.</summary>
    CityEndorsed,

    /// <summary>Ủy ban quốc gia xem xét.</summary>
    NatComReview,

    /// <summary>Chuyên gia thẩm định.</summary>
    UnderReview,

    /// <summary>Thành viên.</summary>
    Member,

    /// <summary>Quá hạn báo cáo.</summary>
    ReportOverdue,

    /// <summary>Không hoạt động.</summary>
    Inactive,

    /// <summary>Bị đưa ra.</summary>
    Removed,

    /// <summary>Rút.</summary>
    Withdrawn,

    /// <summary>Chuyển đơn vị kế thừa.</summary>
    Transferred,

    /// <summary>Không đề cử.</summary>
    NotEndorsed,

    /// <summary>Không được chọn.</summary>
    NotSelected,

    /// <summary>Dừng.</summary>
    Abandoned,
}
