namespace CityGrains.Domain.Agreements;

/// <summary>Where an agreement stands in law. Changed by events only.</summary>
public enum LegalState
{
    /// <summary>Nothing is recorded yet.</summary>
    Unrecorded,

    /// <summary>Đề xuất.</summary>
    Proposed,

    /// <summary>Đang lấy ý kiến.</summary>
    Consulting,

    /// <summary>Trình Thủ tướng.</summary>
    Escalated,

    /// <summary>Đã cho phép ký.</summary>
    Approved,

    /// <summary>Đã ký.</summary>
    Signed,

    /// <summary>Có hiệu lực.</summary>
    InEffect,

    /// <summary>Có kế hoạch thực hiện.</summary>
    Planned,

    /// <summary>Đang thực hiện.</summary>
    Implementing,

    /// <summary>Đã thực hiện.</summary>
    Implemented,

    /// <summary>Tạm đình chỉ.</summary>
    Suspended,

    /// <summary>Hết hiệu lực.</summary>
    Expired,

    /// <summary>Chấm dứt hiệu lực.</summary>
    Terminated,

    /// <summary>Rút khỏi.</summary>
    Withdrawn,

    /// <summary>Được thay thế.</summary>
    Superseded,

    /// <summary>Không chấp thuận.</summary>
    Rejected,

    /// <summary>Dừng đề xuất.</summary>
    Abandoned,

    /// <summary>Lưu trữ.</summary>
    Archived,
}
