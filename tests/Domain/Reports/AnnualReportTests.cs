using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Reports;
using CityGrains.Domain.Tests.Portfolios;

namespace CityGrains.Domain.Tests.Reports;

/// <summary>The report of 2024 on the six agreements of <see cref="SmallPortfolio"/>, counted by hand.</summary>
public class AnnualReportTests
{
    [Fact]
    public void Every_number_is_the_events_it_was_counted_from()
    {
        var report = Report(2024, new DateOnly(2024, 12, 31));
        Assert.Equal(["agr-1@2", "agr-2@2", "agr-6@2"], References(report, AnnualMeasure.Signed));
        Assert.Equal(["agr-1@3", "agr-2@3", "agr-6@3"], References(report, AnnualMeasure.InEffect));
        Assert.Equal(["agr-1@4", "agr-2@4", "agr-6@4"], References(report, AnnualMeasure.Planned));
        Assert.Equal(["agr-1@5"], References(report, AnnualMeasure.Implementing));
        Assert.Equal(["agr-1@7"], References(report, AnnualMeasure.Implemented));
        Assert.Empty(References(report, AnnualMeasure.Ended));
        Assert.Equal(["agr-3@1"], References(report, AnnualMeasure.StandSigned));
        Assert.Equal(["agr-4@1"], References(report, AnnualMeasure.StandInEffect));
        Assert.Equal(["agr-2@4", "agr-6@4"], References(report, AnnualMeasure.StandPlanned));
        Assert.Equal(["agr-1@7"], References(report, AnnualMeasure.StandImplemented));
        Assert.Equal(["agr-5@1"], References(report, AnnualMeasure.Proposed));
    }

    [Fact]
    public void On_its_day_later_steps_have_not_happened()
    {
        var report = Report(2024, AnnualReport.DayOf(2024));
        Assert.Empty(References(report, AnnualMeasure.Implemented));
        Assert.Equal(["agr-1@5"], References(report, AnnualMeasure.StandImplementing));
    }

    [Fact]
    public void Milestones_are_overdue_until_they_are_met_or_waived()
    {
        Assert.Empty(References(Report(2025, new DateOnly(2026, 6, 30)), AnnualMeasure.Overdue));
        Assert.Equal(["agr-2@4#c1-m1", "agr-6@4#c1-m1"], References(Report(2025, new DateOnly(2026, 7, 1)), AnnualMeasure.Overdue));
    }

    [Fact]
    public void The_plan_of_the_next_year_is_what_is_due_in_it() =>
        Assert.Equal(["agr-2@4#c1-m1", "agr-6@4#c1-m1"], References(Report(2025, AnnualReport.DayOf(2025)), AnnualMeasure.DueNextYear));

    [Fact]
    public void What_was_met_later_was_still_owed_on_the_day() =>
        Assert.Contains("agr-1@4#c1-m1", References(Report(2025, new DateOnly(2024, 11, 15)), AnnualMeasure.DueNextYear));

    private static AnnualReport Report(int year, DateOnly on)
    {
        Agreement[] all = [SmallPortfolio.Late, SmallPortfolio.New, SmallPortfolio.Old, SmallPortfolio.Stopped, SmallPortfolio.Vague, SmallPortfolio.Real];
        return AnnualReport.Of(year, on, all.Select(PortfolioBook.LifeOf));
    }

    private static IEnumerable<string> References(AnnualReport report, AnnualMeasure measure) => report.Counted[measure].Select(one => one.Reference);
}
