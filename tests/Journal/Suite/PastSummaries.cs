using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using static CityGrains.Domain.Record.DateOfRecord;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>What is counted of other days, and of what was known then, is what a look back at every record shows.</summary>
public abstract class PastSummaries : StoreSuite
{
    private static readonly DateOnly[] Days = [new(1900, 1, 1), new(2019, 12, 31), new(2020, 1, 1), new(2020, 6, 15), new(2021, 2, 28), new(2022, 7, 1),
        new(2026, 3, 2)];

    [Fact]
    public async Task An_empty_store_never_had_anything_to_count()
    {
        var summary = await Rows.Summary(new AsOf(new DateOnly(2026, 3, 2), null));
        Assert.Equal((0, 0), (summary.Agreements, summary.Cities));
        Assert.Empty(summary.ByState);
    }

    [Fact]
    public async Task Every_day_and_every_instant_is_counted_as_looking_back_at_every_record_counts_it()
    {
        await Fill();
        await Agree();
        await Store.Rebuild();
        await Agree();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task The_portfolio_counts_every_day_alike_also_after_a_rebuild()
    {
        using var known = new KnownPortfolio(Rows, Journal);
        Assert.Equal(0, (await known.Read()).Summary(PortfolioFilter.None, DateOnly.MaxValue).Agreements);
        await Fill();
        await Agree(known);
        await Store.Rebuild();
        using var rebuilt = new KnownPortfolio(Rows, Journal);
        await Agree(rebuilt);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task The_portfolio_follows_what_is_recorded()
    {
        using var known = new KnownPortfolio(Rows, Journal);
        await Append("agr-1", Legacy(state: LegalState.Signed));
        var before = await known.Read();
        Assert.Same(before, await known.Read());
        Assert.Equal(0, await known.CountCities(DateOnly.MaxValue));
        await AppendCity("city-1", City("Phố"));
        Assert.Equal(1, await known.CountCities(DateOnly.MaxValue));
        Assert.Same(before, await known.Read());
        await Append("agr-1", new EnteredIntoEffect(On("2020-05-05"), Term.Open));
        Assert.Equal(["InEffect"], (await known.Read()).Summary(PortfolioFilter.None, DateOnly.MaxValue).ByState.Keys);
        Assert.Equal(["Signed"], before.Summary(PortfolioFilter.None, DateOnly.MaxValue).ByState.Keys);
    }

    [Fact]
    public async Task What_has_become_of_agreements_is_read_page_by_page_and_by_id()
    {
        await Fill();
        var pages = new List<Life>();
        for (var after = ""; await Rows.Lives(after, 7) is { Count: > 0 } page; after = page[^1].Id) pages.AddRange(page);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"agr-{i}").Order(StringComparer.Ordinal), pages.Select(life => life.Id));
        Assert.Equal(["agr-7"], (await Rows.Lives(["agr-7", "agr-none"])).Select(life => life.Id));
        Assert.All(pages, life => Assert.All(life.Reached, reached => Assert.InRange(reached.By!.Value, 1, 7)));
    }

    [Fact]
    public async Task What_is_so_now_is_counted_alike()
    {
        await Fill();
        var (now, past) = (await Rows.Summary(), await Rows.Summary(new AsOf(new DateOnly(2026, 3, 2), null)));
        Assert.Equivalent(now, past, strict: true);
    }

    [Fact]
    public async Task A_correction_moves_an_agreement_to_another_day_and_leaves_what_was_known()
    {
        await Append("agr-1", Ask(1), Legacy() with { SignedOn = Unknown, EffectiveOn = Year(2020) });
        await Append("agr-1", Ask(2), Corrected(Year(2020), On("2018-05-01")));

        Assert.Equal(1, (await Rows.Summary(new AsOf(new DateOnly(2018, 5, 1), null))).Agreements);
        Assert.Equal(0, (await Rows.Summary(new AsOf(new DateOnly(2018, 4, 30), null))).Agreements);
        Assert.Equal(0, (await Rows.Summary(new AsOf(new DateOnly(2018, 5, 1), Ask(1).Now))).Agreements);
        Assert.Equal(1, (await Rows.Summary(new AsOf(new DateOnly(2020, 1, 1), Ask(1).Now))).Agreements);
        Assert.True((await Store.Verify()).IsIntact);
    }

    private static RecordCorrected Corrected(DateOfRecord from, DateOfRecord to) => new(null, new Correction<DateOfRecord>(from, to), null, []);

    private static DateOfRecord On(string date) => Parse(date);

    private async Task Fill()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(Lead));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => AppendCity($"city-{i}", City($"Phố {i}", i % 3 == 0 ? Japan : Vietnam))));
    }

    /// <summary>Some agreements begin as proposals, some as legacy records; each goes some steps, dated in and out of order, some corrected.</summary>
    private async Task Lead(int i)
    {
        var chance = new Random(i);
        var proposal = new AgreementProposed(
            (AgreementKind)(i % 3), new AgreementTitle("Bản ghi nhớ"), i % 2 == 0 ? [SonLa, LuangPrabang] : [SonLa, Fukuoka], [], "so-ngoai-vu", "UBND");
        await Append($"agr-{i}", At(chance, 1), i % 4 == 0 ? Legacy(state: (LegalState)chance.Next(1, 18)) with { SignedOn = Day(chance), EffectiveOn = Day(chance) } : proposal);
        var path = i % 4 == 0 ? [] : Path(chance);
        for (var step = 2; step < 8; step++) await Append($"agr-{i}", At(chance, step), chance.Next(2) == 0 && path.TryDequeue(out var next) ? next : Beside(chance, i));
    }

    private static Queue<AgreementEvent> Path(Random chance) => new(
    [
        new SigningApproved("1/QĐ", Day(chance), "UBND", "Chủ tịch", null, null),
        new AgreementSigned(Day(chance), new Place("Luang Prabang"), [], [], new DocumentHash(new string('a', 64))),
        new EnteredIntoEffect(Day(chance), Term.Open),
        new ImplementationPlanAdopted([], null),
        Archived,
    ]);

    private static AgreementEvent Beside(Random chance, int i) => chance.Next(3) switch
    {
        0 => new RecordCorrected(new Correction<DateOfRecord>(Unknown, Day(chance)), null, null, []),
        1 => Corrected(Unknown, Day(chance)),
        _ => Progress(i),
    };

    private static DateOfRecord Day(Random chance) => chance.Next(8) switch
    {
        0 => Unknown,
        1 => Year(2020),
        2 => Month(2021, 2),
        _ => DateOfRecord.Day(new DateOnly(2020, 1, 1).AddDays(chance.Next(900))),
    };

    private CommandContext At(Random chance, int minute) => Ask(minute) with { OccurredOn = chance.Next(3) == 0 ? Day(chance) : null };

    private async Task Agree()
    {
        foreach (var known in Enumerable.Range(0, 8).Select(minute => (DateTimeOffset?)Ask(minute).Now).Append(null))
        {
            foreach (var day in Days.Select(day => (DateOnly?)day).Append(null))
            {
                var when = new AsOf(day, known);
                Assert.Equivalent(await LookedBack(when), await Rows.Summary(when), strict: true);
            }
        }
    }

    private async Task Agree(KnownPortfolio known)
    {
        foreach (var day in Days)
        {
            var (past, counted) = (await Rows.Summary(new AsOf(day, null)), (await known.Read()).Summary(PortfolioFilter.None, day));
            Assert.Equal((past.Agreements, past.Cities), (counted.Agreements, await known.CountCities(day)));
            Assert.Equivalent(past.ByState, counted.ByState, strict: true);
            Assert.Equivalent(past.ByCountry, counted.ByCountry, strict: true);
            Assert.Equivalent(
                past.ByKind, counted.ByKind.ToDictionary(kind => AgreementRow.KindName(kind.Key), kind => kind.Value, StringComparer.Ordinal), strict: true);
        }
    }

    /// <summary>Counted from the events; kind and countries do not change in these tests.</summary>
    private async Task<PortfolioSummary> LookedBack(AsOf when)
    {
        var agreements = new List<Agreement>();
        for (var i = 0; i < 40; i++)
        {
            if ((await LookBack.Read(Journal, RecordTypes.Agreement, $"agr-{i}", when))?.State is { Exists: true } agreement) agreements.Add(agreement);
        }

        var cities = 0;
        for (var i = 0; i < 10; i++) cities += (await LookBack.Read(Journal, RecordTypes.City, $"city-{i}", when))?.State.Exists is true ? 1 : 0;
        return new PortfolioSummary(
            agreements.Count, cities, Counted(agreements.Select(agreement => agreement.State.ToString())),
            Counted(agreements.Select(agreement => AgreementRow.KindName(agreement.Kind))),
            Counted(agreements.SelectMany(AgreementRow.Countries)));
    }

    private static Dictionary<string, long> Counted(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (long)group.Count());
}
