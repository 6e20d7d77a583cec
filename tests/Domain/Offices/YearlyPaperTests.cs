using CityGrains.Domain.Offices;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Offices;

/// <summary>Law 70/2020/QH14, art. 46(3) and 42(2): a report and a plan every year.</summary>
public sealed class YearlyPaperTests
{
    private static readonly OfficeRegistered Registered = new(new OfficeName("UBND tỉnh Sơn La"), OfficeLevel.Province, null);

    [Fact]
    public void A_report_and_a_plan_that_were_sent_are_kept_with_their_years()
    {
        Given().When(new RecordAnnualReport(2025, On("2025-11-12"))).ThenHappened<AnnualReportSent>()
            .And(office => Assert.Equal([(YearlyPaperKind.Report, 2025, 2L)], office.Papers.Select(paper => (paper.Kind, paper.Year, paper.By))));
        Given().When(new RecordAnnualPlan(2026, On("2025-11")) { Document = "313/KH-UBND" }).ThenHappened<AnnualPlanSent>();
    }

    [Fact]
    public void Sent_once_it_is_sent() =>
        Given(new AnnualReportSent(2025, On("2025-11-12"), null)).When(new RecordAnnualReport(2025, On("2025-11-14"))).ThenUnchanged();

    [Fact]
    public void Nothing_is_sent_in_the_future_nor_reported_before_its_year()
    {
        Given().When(new RecordAnnualPlan(2027, On("2026-11-12"))).ThenRefused("office/in-the-future", "sentOn");
        Given().When(new RecordAnnualReport(2026, On("2025-11-12"))).ThenRefused("office/reported-ahead", "record-annual-plan", "record-annual-plan");
        Given().When(new RecordAnnualReport(20260, On("2025-11-12"))).ThenInvalid("year");
    }

    private static Story<Office, OfficeCommand, OfficeEvent> Given(params OfficeEvent[] happened) =>
        OfficeStory.Of("ubnd-tinh-lai-chau").Given([Registered, .. happened]);
}
