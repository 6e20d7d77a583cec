using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Record.DateOfRecord;

namespace CityGrains.Journal.Tests.Golden;

/// <summary>One full example of each event of how cities end and of their memberships; see <see cref="Examples"/>.</summary>
internal static class Cities
{
    private static readonly Evidence Proof = new("Báo cáo tự đánh giá", Month(2023, 11), "45/BC-UBND", new DocumentHash(new string('c', 64)));

    public static IReadOnlyList<DomainEvent> All { get; } =
    [
        new CityStatusChanged("thị xã", "thành phố thuộc tỉnh", On(2013, 10, 14), "113/NQ-CP"),
        new CityMerged("vn-thu-duc", On(2021, 1, 1), "1111/NQ-UBTVQH14"),
        new CityDissolved(On(2025, 7, 1), "Kết thúc hoạt động của cấp huyện", "203/2025/QH15"),
        new SuccessorDesignated("vn-sa-dec-phuong", Part: true, Month(2025, 7), "1663/NQ-UBTVQH15"),
        new ApplicationStarted("gnlc"),
        new DossierRevised("gnlc", "Viết lại toàn bộ khi còn mười ngày", Whole: true),
        new MayorEndorsed("gnlc", "Chủ tịch UBND thành phố"),
        new SubmittedToNationalCommission("gnlc", "12/UBND-VX"),
        new NationalCommissionEndorsed("gnlc", "34/UBQG"),
        new NationalCommissionDeclined("gnlc", "Đã đủ số hồ sơ của đợt này"),
        new SubmittedToUnesco("gnlc", "GNLC-2023-VN"),
        new CriterionAssessed("gnlc", 42, Met: true, Month(2023, 11), Proof),
        new ApplicationDeclined("gnlc", "Thiếu số liệu"),
        new ApplicationAbandoned("uccn", "Đổi ưu tiên"),
        new ApplicationReopened("gnlc", "Đợt 2025"),
        new MembershipRecognised("gnlc", On(2024, 2, 14)),
        new ReportSubmitted("gnlc", On(2026, 2, 1), "7/BC-UBND"),
        new ReportAccepted("gnlc", Month(2026, 3), On(2028, 3, 31)),
        new ReportBecameOverdue("gnlc", On(2026, 2, 14)),
        new ReminderReceived("gnlc", Year(2026), "UIL/26/3"),
        new MembershipInactivated("gnlc", "Hai kỳ không báo cáo"),
        new MembershipReinstated("gnlc", "Đã nộp bù báo cáo", On(2029, 1, 1)),
        new MembershipRemoved("gnlc", "Không phản hồi"),
        new MembershipWithdrawn("gnlc", "Theo nguyện vọng của thành phố"),
        new MembershipTransferred("gnlc", "vn-dong-thap", On(2025, 7, 1)),
        new MembershipReceived("gnlc", "vn-sa-dec", On(2025, 7, 1), AlreadyMember: true, Year(2027)),
    ];

    private static DateOfRecord On(int year, int month, int day) => Day(new DateOnly(year, month, day));
}
