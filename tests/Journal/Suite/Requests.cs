using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using CityGrains.Journal.Rows;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>Requests for feedback are listed and counted across agreements and cities, from rows that are what the events say.</summary>
public abstract class Requests : StoreSuite
{
    private const string Mission = "Đại sứ quán Việt Nam tại Lào", Ministry = "Bộ Ngoại giao", Office = "Sở Ngoại vụ Sơn La";

    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly RequestFilter All = new([], [], Open: null, DueBefore: null, After: null, 500);

    [Fact]
    public async Task An_empty_store_has_none()
    {
        Assert.Empty(await Listed(All));
        Assert.Equal(0, await Store.Requests.Count(All));
        Assert.Empty(await Store.Requests.Statistics(All, Today));
    }

    [Fact]
    public async Task They_come_by_the_day_they_are_due_whatever_they_are_about()
    {
        await Fill();
        Assert.Equal(["agreement/agr-2/1", "city/vn-son-la/1", "agreement/agr-1/1", "agreement/agr-1/3", "agreement/agr-1/2"], await Listed(All));
        Assert.Equal(("Sơn La", "r1"), await Store.Requests.List(All) is [_, var second, ..] ? (second.About, second.Body[7..9]) : default);
    }

    [Fact]
    public async Task Each_filter_leaves_out_the_others()
    {
        await Fill();
        Assert.Equal(["agreement/agr-2/1", "agreement/agr-1/3", "agreement/agr-1/2"], await Listed(All with { AskedOf = [Ministry] }));
        Assert.Equal(["agreement/agr-2/1", "city/vn-son-la/1"], await Listed(All with { AskedBy = ["Bộ Công an", "UBND thành phố"] }));
        Assert.Equal(["agreement/agr-2/1", "city/vn-son-la/1", "agreement/agr-1/2"], await Listed(All with { Open = true }));
        Assert.Equal(["agreement/agr-1/1", "agreement/agr-1/3"], await Listed(All with { Open = false }));
        Assert.Equal(["agreement/agr-2/1", "city/vn-son-la/1"], await Listed(All with { DueBefore = new DateOnly(2026, 2, 15) }));
        Assert.Equal(["agreement/agr-2/1"], await Listed(All with { AskedOf = [Ministry], Open = true, DueBefore = new DateOnly(2026, 2, 15) }));
        Assert.Equal(2, await Store.Requests.Count(All with { DueBefore = new DateOnly(2026, 2, 15) }));
        Assert.Empty(await Listed(All with { AskedOf = ["Không ai"] }));
    }

    [Fact]
    public async Task Page_after_page_shows_each_once()
    {
        await Fill();
        var seen = new List<string>();
        RequestPlace? after = null;
        do
        {
            var page = (await Store.Requests.List(All with { After = after, Limit = 2 }))!;
            seen.AddRange(page.Select(Text));
            after = page.Count == 2 ? page[^1].Place : null;
        }
        while (after is not null);
        Assert.Equal(await Listed(All), seen);
        Assert.Null(await Store.Requests.List(All with { After = new RequestPlace(Agreement("agr-1"), 9) }));
    }

    [Fact]
    public async Task How_each_body_answers_is_counted_from_the_same_rows()
    {
        await Fill();
        var bodies = await Store.Requests.Statistics(All, Today);
        Assert.Equal([Ministry, "UNESCO", Mission], bodies.Select(body => body.Name));
        Assert.Equal((3, 0, 2, 1, 1), Counts(bodies[0]));
        Assert.Equal((1, 1, 0, 0, 0), Counts(bodies[2]));
        Assert.Equal((10d, 10), (bodies[2].MedianDays, bodies[2].NinetiethDays));
        Assert.Equal((null, null), (bodies[0].MedianDays, bodies[0].NinetiethDays));
        Assert.Equal((5, 1, 3, 1, 2), Counts(AskedBody.Together(bodies)));
        Assert.Equal([Ministry], (await Store.Requests.Statistics(All with { AskedBy = ["Bộ Công an"] }, Today)).Select(body => body.Name));
    }

    [Fact]
    public async Task Rows_rebuilt_are_the_live_rows_and_both_are_what_the_events_say()
    {
        await Fill();
        var live = await Store.Requests.List(All);
        Assert.True((await Store.Verify()).IsIntact);

        await Store.Rebuild();

        Assert.Equal(live, await Store.Requests.List(All));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_record_renamed_renames_its_requests()
    {
        await Fill();
        await AppendCity("vn-son-la", new CityRenamed("Sơn La", "Tô Hiệu"));
        Assert.Equal("Tô Hiệu", (await Store.Requests.List(All))![1].About);
        Assert.True((await Store.Verify()).IsIntact);
    }

    private static (long Asked, long Answered, long Open, long Withdrawn, long Overdue) Counts(AskedBody body) =>
        (body.Asked, body.Answered, body.Open, body.Withdrawn, body.Overdue);

    private static string Text(ListedRequest request) => $"{request.Place.Stream}/{request.Place.Ordinal}";

    private static Question Asked(string by, string of, string on, string? due = null) =>
        new(of, "Khi nào?", DateOfRecord.Parse(on)) { AskedBy = by, DueBy = due is null ? null : DateOfRecord.Parse(due) };

    private async Task<IEnumerable<string>> Listed(RequestFilter filter) => (await Store.Requests.List(filter))!.Select(Text);

    private async Task Fill()
    {
        await Append("agr-1", Legacy(), new AgreementFeedbackRequested("r1", Asked(Office, Mission, "2026-02-01", "2026-02-20")));
        await Append("agr-1", new AgreementFeedbackRequested("r2", Asked(Office, Ministry, "2026-02")),
            new AgreementFeedbackRequested("r3", Asked(Office, Ministry, "2026-02-02", "2026-02")));
        await Append("agr-1", new AgreementFeedbackAnswered("r1", new Answer("Tháng 9", DateOfRecord.Parse("2026-02-11")) { By = Mission }));
        await Append("agr-1", new AgreementFeedbackReminded("r3", DateOfRecord.Parse("2026-02-20"), null),
            new AgreementFeedbackWithdrawn("r3", DateOfRecord.Parse("2026-02-21"), "Đã rõ"));
        await Append("agr-2", Legacy(), new AgreementFeedbackRequested("r1", Asked("Bộ Công an", Ministry, "2026-01-05", "2026-01-31")));
        await AppendCity("vn-son-la", City("Sơn La"), new CityFeedbackRequested("r1", Asked("UBND thành phố", "UNESCO", "2026-02-03", "2026-02-10")));
    }
}
