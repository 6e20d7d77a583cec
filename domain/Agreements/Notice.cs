using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>What an authority must be told.</summary>
public enum NoticeKind
{
    /// <summary>Bản sao thỏa thuận gửi Bộ Ngoại giao: Law 70/2020/QH14, art. 19(5).</summary>
    CopyToMofa,

    /// <summary>Báo cáo Thủ tướng Chính phủ: art. 19(5).</summary>
    ReportToPrimeMinister,

    /// <summary>Thông báo thay đổi cho Bộ Ngoại giao: art. 33, 34.</summary>
    ChangeToMofa,
}

/// <summary>An authority was told.</summary>
/// <param name="Kind">What of.</param>
/// <param name="On">When.</param>
/// <param name="Document">Number of the letter.</param>
/// <param name="To">Who got it, where that is not the authority itself: a department writes to its foreign affairs office. Else null.</param>
/// <param name="Change">The change it tells of; null of the other kinds.</param>
public sealed record Notice(NoticeKind Kind, DateOfRecord On, string Document, string? To = null, string? Change = null);
