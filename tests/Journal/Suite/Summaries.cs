using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class Summaries : StoreSuite
{
    [Fact]
    public async Task A_store_says_how_much_room_it_takes() => Assert.True(await Store.Size() > 0);

    [Fact]
    public async Task An_empty_store_has_nothing_to_count()
    {
        var summary = await Rows.Summary();
        Assert.Equal((0, 0), (summary.Agreements, summary.Cities));
        Assert.Empty(summary.ByState);
        Assert.Equal(0, await Rows.Count(StreamKind.Agreement, new RowFilter([], null, null, 1)));
    }

    [Fact]
    public async Task Counters_equal_a_recount_however_agreements_move()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            Party[] parties = [SonLa, i % 2 == 0 ? LuangPrabang : Fukuoka];
            await Append($"agr-{i}", Legacy(kind: (AgreementKind)(i % 3), office: $"office-{i % 4}", parties: parties));
            if (i % 5 == 0) await Append($"agr-{i}", new ImplementationPlanAdopted([], null));
            if (i % 10 == 0) await Append($"agr-{i}", Archived);
        }));
        await Task.WhenAll(Enumerable.Range(0, 9).Select(i => AppendCity($"city-{i}", City($"Phố {i}", i % 3 == 0 ? Japan : Happened.Vietnam))));

        var rows = (await Rows.List(StreamKind.Agreement, new RowFilter([], null, null, 500)))
            .Select(row => System.Text.Json.JsonSerializer.Deserialize(row.Body, CityGrains.Journal.Record.JournalJson.Default.Agreement)!).ToList();
        var summary = await Rows.Summary();

        Assert.Equal((40, 9), (summary.Agreements, summary.Cities));
        Assert.Equivalent(
            rows.CountBy(row => row.State.ToString()).ToDictionary(state => state.Key, state => (long)state.Value), summary.ByState, strict: true);
        Assert.Equivalent(
            rows.CountBy(row => AgreementRow.KindName(row.Kind)).ToDictionary(kind => kind.Key, kind => (long)kind.Value), summary.ByKind, strict: true);
        Assert.Equivalent(new Dictionary<string, long> { ["VN"] = 40, ["LA"] = 20, ["JP"] = 20 }, summary.ByCountry, strict: true);
        Assert.Equal(10, await Rows.Count(StreamKind.Agreement, new RowFilter([new Facet("office", "office-1")], null, null, 1)));
        Assert.Equal(3, await Rows.Count(StreamKind.City, new RowFilter([new Facet("country", "JP")], null, null, 1)));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_value_nobody_has_any_more_is_not_counted()
    {
        await Append("agr-1", Legacy());
        await Append("agr-1", Archived);
        Assert.Equal(["Archived"], (await Rows.Summary()).ByState.Keys);
    }

    [Fact]
    public async Task The_date_an_event_states_is_in_the_row()
    {
        await Append("agr-1", Legacy());
        var row = await Rows.Find(Agreement("agr-1"));
        var agreement = System.Text.Json.JsonSerializer.Deserialize(row!.Body, CityGrains.Journal.Record.JournalJson.Default.Agreement)!;
        Assert.Equal(DateOfRecord.Year(2014), agreement.Signing!.SignedOn);
    }
}
