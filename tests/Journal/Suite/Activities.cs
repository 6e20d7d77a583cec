using CityGrains.Domain.Activities;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Tests.Suite;

public abstract class Activities : StoreSuite
{
    private static readonly ActivityPlanned Forum = new(
        ActivityKind.Conference, "Diễn đàn Cầu nối", "Bộ Ngoại giao", "so-ngoai-vu", new Days(DateOfRecord.Parse("2022-12-30"), DateOfRecord.Parse("2023-01-02")), null, International: true);

    [Fact]
    public async Task An_activity_is_found_by_its_words_kind_years_and_what_it_belongs_to_also_after_a_rebuild()
    {
        await Append("act-1", Forum, new ActivityRelated("agr-1", null), new ActivityRelated(null, "vn-vinh"));
        await Append(
            "act-2", Forum with { Kind = ActivityKind.Visit, Title = "Thăm Vinh", Days = new Days(DateOfRecord.Year(2022)) }, new ActivityCancelled("x"));

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(["act-1"], await Found("kind", "conference"));
            Assert.Equal(["act-1", "act-2"], await Found("year", "2022"));
            Assert.Equal(["act-1"], await Found("year", "2023"));
            Assert.Equal(["act-1"], await Found("agreement", "agr-1"));
            Assert.Equal(["act-1"], await Found("city", "vn-vinh"));
            Assert.Equal(["act-2"], await Found("state", "cancelled"));
            Assert.Equal(["act-1"], (await Rows.List(StreamKind.Activity, new RowFilter([], "cau noi", null, 10))).Select(row => row.Id));
            Assert.Equal(2, await Rows.Count(StreamKind.Activity, new RowFilter([], null, null, 1)));
            await Store.Rebuild();
        }

        Assert.True((await Store.Verify()).IsIntact);
        await Reopen();
        Assert.Equal((3, ActivityState.Planned), await Load("act-1"));
        Assert.Equal(0, (await Rows.Summary()).Agreements);
    }

    private async Task<(long Version, ActivityState State)> Load(string id) =>
        await StreamRecord<Activity, ActivityEvent>.Load(Journal, RecordTypes.Activity, id) is var record ? (record.Version, record.State.State) : default;

    private async Task Append(string id, params ActivityEvent[] happened) =>
        await (await StreamRecord<Activity, ActivityEvent>.Load(Journal, RecordTypes.Activity, id)).Append(happened, Ask());

    private async Task<IReadOnlyList<string>> Found(string facet, string value) =>
        [.. (await Rows.List(StreamKind.Activity, new RowFilter([new Facet(facet, value)], null, null, 10))).Select(row => row.Id)];
}
