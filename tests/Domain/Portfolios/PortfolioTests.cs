using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;
using static CityGrains.Domain.Tests.Portfolios.SmallPortfolio;

namespace CityGrains.Domain.Tests.Portfolios;

/// <summary>Leaders' questions to a portfolio small enough to be counted by hand.</summary>
public class PortfolioTests
{
    private static readonly DateOnly EndOf2024 = new(2024, 12, 31);
    private static readonly string[] Giaoduc = ["GIÁO DỤC"];

    [Fact]
    public void The_funnel_counts_at_every_step_what_has_ever_reached_it()
    {
        var funnel = All().Funnel(PortfolioFilter.None, EndOf2024);
        Assert.Equal((5, 4, 3, 1, 1), (funnel.Signed, funnel.InEffect, funnel.Planned, funnel.Implementing, funnel.Implemented));
        Assert.Equal(new MedianDays(60, 2, 1), funnel.DaysToPlan);
        Assert.Equal(new MedianDays(121, 1, 0), funnel.DaysToFirstEvidence);
        Assert.Equal(new MedianDays(304, 1, 0), funnel.DaysToImplemented);
    }

    [Fact]
    public void On_an_earlier_day_less_had_happened()
    {
        var funnel = All().Funnel(PortfolioFilter.None, new DateOnly(2024, 3, 31));
        Assert.Equal((5, 3, 1, 0, 0), (funnel.Signed, funnel.InEffect, funnel.Planned, funnel.Implementing, funnel.Implemented));
        Assert.Equal(new MedianDays(30, 1, 0), funnel.DaysToPlan);
        Assert.Equal(new MedianDays(null, 0, 0), funnel.DaysToImplemented);
        Assert.Equal(0, All().Funnel(PortfolioFilter.None, new DateOnly(2019, 12, 31)).Signed);
    }

    [Fact]
    public void What_was_implemented_and_archived_still_counts_in_the_funnel()
    {
        var archived = Agreement.Evolve(Real, At("2024-12-20", Agreements.Happened.Archived()));
        Assert.Equal(1, Of(archived).Funnel(PortfolioFilter.None, EndOf2024).Implemented);
        Assert.Equal(["Archived"], Of(archived).Summary(PortfolioFilter.None, EndOf2024).ByState.Keys);
    }

    [Fact]
    public void The_summary_of_a_day_counts_states_of_that_day()
    {
        var summary = All().Summary(PortfolioFilter.None, new DateOnly(2024, 5, 31));
        Assert.Equal(5, summary.Agreements);
        Assert.Equivalent(new Dictionary<string, long> { ["Planned"] = 2, ["InEffect"] = 2, ["Signed"] = 1 }, summary.ByState, strict: true);
        Assert.Equivalent(new Dictionary<string, long> { ["VN"] = 5, ["LA"] = 4, ["JP"] = 1 }, summary.ByCountry, strict: true);
        Assert.Equivalent(new Dictionary<string, long> { ["2020"] = 1, ["2023"] = 1, ["2024"] = 3 }, summary.ByYear, strict: true);
        Assert.Equivalent(new Dictionary<string, long> { ["giáo dục"] = 3 }, summary.ByField, strict: true);
        Assert.Equal(1, summary.ByKind[AgreementKind.SisterCity]);
    }

    [Fact]
    public void Steps_are_counted_by_year_when_first_reached() => Assert.Equal(
        [
            new TrendPeriod("2020", 0, 1, 1, 0, 0, 0),
            new TrendPeriod("2023", 1, 1, 0, 0, 0, 0),
            new TrendPeriod("2024", 3, 3, 3, 3, 1, 0),
        ],
        All().Trend(PortfolioFilter.None, EndOf2024, byMonth: false));

    [Fact]
    public void By_month_what_is_known_to_the_year_only_stands_apart()
    {
        var months = All().Trend(PortfolioFilter.None, new DateOnly(2024, 3, 31), byMonth: true);
        Assert.Equal(["2020", "2023-05", "2023-12", "2024-01", "2024-02", "2024-03"], months.Select(month => month.Period));
        Assert.Equal(new TrendPeriod("2024-01", 2, 1, 1, 1, 0, 0), months[3]);
        Assert.Equal(new TrendPeriod("2024-03", 0, 1, 0, 0, 0, 0), months[5]);
    }

    [Fact]
    public void Standing_still_is_told_by_state_with_the_oldest_named()
    {
        var ages = All().Aging(PortfolioFilter.None, EndOf2024).ToDictionary(age => age.State);
        Assert.Equal((1, 1), (ages[LegalState.Signed].Agreements, ages[LegalState.Signed].UpTo2Years));
        Assert.Equal(new Standstill("agr-3", new DateOnly(2023, 5, 5), 606), Assert.Single(ages[LegalState.Signed].Oldest));
        Assert.Equal((1, "agr-4"), (ages[LegalState.InEffect].Longer, ages[LegalState.InEffect].Oldest[0].Id));
        Assert.Equal(2, ages[LegalState.Planned].UpTo365Days);
        Assert.Equal(["agr-6", "agr-2"], ages[LegalState.Planned].Oldest.Select(one => one.Id));
        Assert.Equal(1, ages[LegalState.Implemented].UpTo90Days);
        Assert.Equal(0, ages[LegalState.Suspended].Agreements);
    }

    [Fact]
    public void What_moved_in_a_span_is_named()
    {
        var moved = All().Moved(PortfolioFilter.None, new DateOnly(2024, 6, 1), EndOf2024, 20);
        Assert.Equal(["agr-2"], moved.Planned.Ids);
        Assert.Equal(["agr-1"], moved.Implementing.Ids);
        Assert.Equal(["agr-1"], moved.Implemented.Ids);
        Assert.Equal(["agr-6"], moved.MilestonesMissed.Ids);
        Assert.Equal((0, 1), (moved.Signed.Count, moved.MilestonesMissed.Count));
        Assert.Equal(["agr-6"], All().Reached(PortfolioFilter.None, step: null, new DateOnly(2024, 6, 1), EndOf2024, after: null, 20).Ids);
    }

    [Fact]
    public void Those_behind_a_number_are_named_page_by_page_in_the_order_of_ids()
    {
        Named Planned(string? after, int most) => All().Reached(PortfolioFilter.None, LifeStep.Planned, since: null, EndOf2024, after, most);
        Assert.Equal(["agr-1", "agr-2", "agr-6"], Planned(after: null, 20).Ids);
        Assert.Equal(["agr-1", "agr-2"], Planned(after: null, 2).Ids);
        Assert.Equal(["agr-2"], Planned(after: "agr-1", 1).Ids);
        Assert.Equal((3, 0), (Planned(after: "agr-6", 20).Count, Planned(after: "agr-6", 20).Ids.Count));
        Assert.Equal(["agr-1"], Of(Late, Real).Reached(PortfolioFilter.None, LifeStep.Planned, since: null, EndOf2024, after: null, 1).Ids);
    }

    [Fact]
    public void Filters_choose_by_what_agreements_are_counted_under()
    {
        long Signed(PortfolioFilter filter) => All().Funnel(filter, EndOf2024).Signed;
        Assert.Equal(1, Signed(new PortfolioFilter { Countries = new HashSet<string> { "JP" } }));
        Assert.Equal(1, Signed(new PortfolioFilter { Cities = new HashSet<string> { "jp-fukuoka" } }));
        Assert.Equal(5, Signed(new PortfolioFilter { Cities = new HashSet<string> { "vn-son-la" } }));
        Assert.Equal(3, Signed(new PortfolioFilter { Years = new HashSet<int> { 2024 } }));
        Assert.Equal(3, Signed(new PortfolioFilter { Fields = Giaoduc.ToHashSet(StringComparer.OrdinalIgnoreCase) }));
        Assert.Equal(1, Signed(new PortfolioFilter { Kinds = new HashSet<AgreementKind> { AgreementKind.SisterCity } }));
        Assert.Equal(0, Signed(new PortfolioFilter { Offices = new HashSet<string> { "Sở Ngoại vụ Lai Châu" } }));
        Assert.Equal(0, Signed(new PortfolioFilter { Countries = new HashSet<string> { "JP" }, Years = new HashSet<int> { 2024 } }));
    }

    [Fact]
    public void A_portfolio_given_out_does_not_change_when_a_life_does()
    {
        var book = new PortfolioBook();
        book.Write(PortfolioBook.LifeOf(New));
        var before = book.Close();
        book.Write(
            PortfolioBook.LifeOf(Lived("agr-5", At("2024-07-01", Agreements.Happened.Proposed()), At("2024-08-01", Agreements.Happened.Signed("2024-08-01")))));
        var after = book.Close();
        Assert.Equal((0, 1), (before.Funnel(PortfolioFilter.None, EndOf2024).Signed, after.Funnel(PortfolioFilter.None, EndOf2024).Signed));
        Assert.NotEqual(before.Edition, after.Edition);
        Assert.Equal(1, after.Summary(PortfolioFilter.None, EndOf2024).Agreements);
    }

    [Fact]
    public void What_changes_no_step_changes_no_life()
    {
        var before = PortfolioBook.LifeOf(Real);
        var later = new EvidenceAttached(new Evidence("Ảnh bế giảng", Date("2024-12-15")), null);
        var after = PortfolioBook.LifeOf(
            Agreement.Evolve(Agreement.Evolve(Real, At("2024-12-15", later)), At("2024-12-16", new ProgressReported(100, "Xong"))));
        Assert.Equivalent(before, after, strict: true);
    }

    [Fact]
    public void A_thousand_agreements_are_counted_each_once()
    {
        var book = new PortfolioBook();
        for (var i = 0; i < 1300; i++) book.Write(PortfolioBook.LifeOf(New with { Id = $"agr-{i}" }));
        Assert.Equal(1300, book.Close().Summary(PortfolioFilter.None, EndOf2024).Agreements);
    }

    [Fact]
    public void Many_lives_that_change_are_counted_as_if_one_by_one()
    {
        Agreement[] shapes = [Real, Vague, Stopped, Old, New, Late];
        var (book, lives) = (new PortfolioBook(), new Dictionary<string, Agreement>());
        for (var i = 0; i < 3000; i++)
        {
            var id = $"agr-{i * 7919 % 1400}";
            lives[id] = shapes[i * 31 % 6] with { Id = id };
            book.Write(PortfolioBook.LifeOf(lives[id]));
            if (i % 701 == 0) book.Close();
        }

        var all = book.Close();
        foreach (var on in Enumerable.Range(0, 70).Select(month => new DateOnly(2019, 6, 15).AddMonths(month)))
        {
            foreach (var filter in new[] { PortfolioFilter.None, new PortfolioFilter { Cities = new HashSet<string> { "jp-fukuoka" } }, new PortfolioFilter { Years = new HashSet<int> { 2024 } } })
            {
                var counted = shapes.ToDictionary(shape => Of(shape), shape => lives.Values.LongCount(life => (life with { Id = shape.Id }) == shape));
                Assert.Equal(counted.Sum(one => one.Value * one.Key.Funnel(filter, on).Planned), all.Funnel(filter, on).Planned);
                Assert.Equal(counted.Sum(one => one.Value * one.Key.Summary(filter, on).ByState.GetValueOrDefault("InEffect")),
                    all.Summary(filter, on).ByState.GetValueOrDefault("InEffect"));
                Assert.Equal(counted.Sum(one => one.Value * one.Key.Trend(filter, on, byMonth: true).Sum(month => month.Signed)),
                    all.Trend(filter, on, byMonth: true).Sum(month => month.Signed));
                Assert.Equal(
                    counted.Sum(one => one.Value * one.Key.Aging(filter, on).Sum(age => age.Agreements)), all.Aging(filter, on).Sum(age => age.Agreements));
                Assert.Equal(counted.Sum(one => one.Value * one.Key.Moved(filter, new DateOnly(2024, 6, 1), on, 1).MilestonesMissed.Count),
                    all.Moved(filter, new DateOnly(2024, 6, 1), on, 1).MilestonesMissed.Count);
            }
        }
    }
}
