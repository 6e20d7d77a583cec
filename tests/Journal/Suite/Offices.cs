using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class Offices : StoreSuite
{
    [Fact]
    public async Task An_office_is_found_by_the_names_it_bears_and_bore()
    {
        await AppendOffice("so-ngoai-vu-son-la", Office("Phòng Ngoại vụ"), Renamed("Phòng Ngoại vụ", "Sở Ngoại vụ Sơn La"));
        foreach (var words in new[] { "so ngoai vu", "phong", "son la" }) Assert.Single(await Rows.List(StreamKind.Office, new RowFilter([], words, After: null, 10)));
        Assert.Empty(await Rows.List(StreamKind.Agreement, new RowFilter([], "son la", After: null, 10)));
    }

    [Fact]
    public async Task Offices_are_filtered_by_level_parent_and_standing()
    {
        await AppendOffice("bo-ngoai-giao", Office("Bộ Ngoại giao", OfficeLevel.Ministry));
        await AppendOffice("tlsq-luang-prabang", Office("Tổng Lãnh sự quán", OfficeLevel.MissionAbroad, "bo-ngoai-giao"));
        await AppendOffice("phong-cu", Office("Phòng cũ", OfficeLevel.Department, "bo-ngoai-giao"), Closed());

        Assert.Equal(["tlsq-luang-prabang"], await Ids("level", "mission-abroad"));
        Assert.Equal(["tlsq-luang-prabang", "phong-cu"], await Ids("parent", "bo-ngoai-giao"));
        Assert.Equal(["phong-cu"], await Ids("state", "Closed"));
        Assert.Equal(2, await Rows.Count(StreamKind.Office, new RowFilter([new Facet("state", "Open")], null, null, 1)));
    }

    [Fact]
    public async Task An_office_is_read_from_its_row_and_looked_back_at()
    {
        await AppendOffice("so-ngoai-vu-son-la", Office("Sở Ngoại vụ Sơn La"), Closed());
        await Reopen();

        var record = await StreamRecord<Office, OfficeEvent>.Load(Journal, RecordTypes.Office, "so-ngoai-vu-son-la");
        Assert.Equal((2, OfficeStanding.Closed), (record.Version, record.State.Standing));
        var before = await LookBack.Read(Journal, RecordTypes.Office, "so-ngoai-vu-son-la", new AsOf(new DateOnly(2025, 6, 1), Known: null));
        Assert.Equal(OfficeStanding.Open, before!.State.Standing);
    }

    [Fact]
    public async Task Offices_are_not_counted_among_agreements_and_cities()
    {
        await AppendOffice("so-ngoai-vu-son-la", Office("Sở Ngoại vụ Sơn La"));
        foreach (var summary in new[] { await Rows.Summary(), await Rows.Summary(new AsOf(new DateOnly(2026, 3, 2), Known: null)) })
        {
            Assert.Equal((0, 0), (summary.Agreements, summary.Cities));
            Assert.Empty(summary.ByState);
        }
    }

    [Fact]
    public async Task What_is_set_on_a_node_is_known_there_at_once_and_on_another_within_seconds()
    {
        await using var other = await AnotherNode();
        var clock = new HandSetClock();
        var (here, there) = (new KnownOffices(Rows, Journal, clock), new KnownOffices(other.Rows, other.Journal, clock));
        Assert.Empty((await here.Read()).All);
        Assert.Empty((await there.Read()).All);

        await AppendOffice(
            "so-ngoai-vu-son-la", Office("Sở Ngoại vụ Sơn La"), new OfficePolicySet(new OfficePolicy(60, 120, 180, 90), new DateOnly(2026, 3, 2)));

        Assert.Equal(60, Assert.Single((await here.Read()).Find("Sở Ngoại vụ Sơn La")!.Policies).Value.PlanWithinDays);
        Assert.Empty((await there.Read()).All);
        clock.Advance(KnownOffices.Trusted);
        Assert.Single((await there.Read()).All);
        Assert.Same(await here.Read(), await here.Read());
    }

    [Fact]
    public async Task What_is_set_on_a_node_of_a_cluster_is_known_on_another_at_once()
    {
        await using var other = await AnotherNode();
        var there = new KnownOffices(other.Rows, other.Journal, new HandSetClock(), among: true);
        Assert.Empty((await there.Read()).All);
        await AppendOffice("so-ngoai-vu-son-la", Office("Sở Ngoại vụ Sơn La"));
        Assert.Single((await there.Read()).All);
        Assert.Same(await there.Read(), await there.Read());
    }

    [Fact]
    public async Task Any_number_of_offices_is_known()
    {
        await Task.WhenAll(Enumerable.Range(0, 501).Select(i => AppendOffice($"office-{i}", Office($"Sở {i}"))));
        Assert.Equal(501, (await new KnownOffices(Rows, Journal, new HandSetClock()).Read()).All.Count);
    }

    private async Task<IEnumerable<string>> Ids(string name, string value) =>
        (await Rows.List(StreamKind.Office, new RowFilter([new Facet(name, value)], Search: null, After: null, 10))).Select(row => row.Id);

    private sealed class HandSetClock : TimeProvider
    {
        private TimeSpan _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed.Ticks;

        public void Advance(TimeSpan by) => _passed += by;
    }
}
