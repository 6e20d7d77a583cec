using System.Net;
using System.Text.Json;

namespace CityGrains.Api.Tests.Portfolios;

/// <summary>Four agreements, asked about as leaders ask; today is 15 March 2026.</summary>
public class LeadersQuestions(FourAgreements four) : IClassFixture<FourAgreements>
{
    [Fact]
    public async Task The_funnel_says_how_many_became_real_and_links_to_them()
    {
        var funnel = await Ask("funnel");
        Assert.Equal("2026-03-15", funnel.GetProperty("on").GetString());
        Assert.Equal([4, 3, 2, 1, 0], Steps(funnel));
        Assert.Equal("""{"median":76.5,"counted":2,"leftOut":0}""", funnel.GetProperty("daysToPlan").GetRawText());
        Assert.Equal("""{"median":153,"counted":1,"leftOut":0}""", funnel.GetProperty("daysToFirstEvidence").GetRawText());
        Assert.Equal("""{"counted":0,"leftOut":0}""", funnel.GetProperty("daysToImplemented").GetRawText());

        var listed = (await four.Api.Get(funnel.GetProperty("steps")[2].GetProperty("link").GetString()!)).Expect(HttpStatusCode.OK);
        Assert.Equal(["agr-one", "agr-two"], listed.Ids);
        Assert.Equal(2, listed.Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("on=2025-04-15", new[] { 4, 3, 0, 0, 0 })]
    [InlineData("on=2025-03-31", new[] { 4, 1, 0, 0, 0 })]
    [InlineData("office=S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5%20S%C6%A1n%20La", new[] { 3, 2, 2, 1, 0 })]
    [InlineData("country=JP", new[] { 1, 1, 0, 0, 0 })]
    [InlineData("country=Japan&country=Laos", new[] { 4, 3, 2, 1, 0 })]
    [InlineData("partner=la-luang-prabang", new[] { 3, 2, 2, 1, 0 })]
    [InlineData("field=y%20t%E1%BA%BF", new[] { 1, 1, 1, 1, 0 })]
    [InlineData("year=2025&kind=mou", new[] { 3, 2, 2, 1, 0 })]
    [InlineData("year=2030", new[] { 0, 0, 0, 0, 0 })]
    public async Task Filters_and_another_day_choose_what_is_counted(string query, int[] steps) => Assert.Equal(steps, Steps(await Ask($"funnel?{query}")));

    [Fact]
    public async Task The_summary_counts_by_everything_that_is_asked_for()
    {
        var summary = await Ask("summary?year=2025");
        Assert.Equal(3, summary.GetProperty("agreements").GetInt32());
        Assert.Equal("""{"Implementing":1,"Planned":1,"Signed":1}""", summary.GetProperty("byState").GetRawText());
        Assert.Equal("""{"y tế":1}""", summary.GetProperty("byField").GetRawText());
        Assert.False(summary.TryGetProperty("cities", out _));
        Assert.Equal("""{"1994":1,"2025":3}""", (await Ask("summary")).GetProperty("byYear").GetRawText());
        Assert.Equal(["known"], (await four.Api.Get("/api/v1/portfolio/summary?known=2026-03-15&year=2025")).Expect(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task The_trend_tells_years_and_months()
    {
        var years = (await Ask("trend")).GetProperty("periods");
        Assert.Equal(["1994", "2025"], years.EnumerateArray().Select(period => period.GetProperty("period").GetString()));
        Assert.Equal("""{"period":"2025","proposed":0,"signed":3,"inEffect":2,"planned":2,"implemented":0,"ended":0}""", years[1].GetRawText());
        Assert.Equal(
            ["1994", "2025-03", "2025-04", "2025-05", "2025-06"], (await Ask("trend?by=month")).GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("period").GetString()));
    }

    [Fact]
    public async Task Aging_names_the_oldest_of_each_state()
    {
        var states = (await Ask("aging?on=2026-03-15")).GetProperty("states").EnumerateArray().ToDictionary(state => state.GetProperty("state").GetString()!);
        var oldest = states["Signed"].GetProperty("oldest")[0];
        Assert.Equal(("agr-three", 379), (oldest.GetProperty("id").GetString(), oldest.GetProperty("days").GetInt32()));
        Assert.Equal("Bản ghi nhớ ba", oldest.GetProperty("title").GetProperty("vi").GetString());
        Assert.Equal(1, states["Signed"].GetProperty("upTo2Years").GetInt32());
        Assert.Equal(1, states["InEffect"].GetProperty("longer").GetInt32());
        Assert.Equal("Đã ký", states["Signed"].GetProperty("stateVi").GetString());
    }

    [Fact]
    public async Task What_moved_since_a_day_is_counted_and_linked()
    {
        var moved = (await Ask("moved?since=2025-05-01")).GetProperty("moved").EnumerateArray().ToDictionary(one => one.GetProperty("what").GetString()!);
        Assert.Equal([0, 0, 2, 1, 0, 0, 1], moved.Values.Select(one => one.GetProperty("count").GetInt32()));
        Assert.Equal("agr-two", moved["milestone-missed"].GetProperty("agreements")[0].GetString());
        foreach (var one in moved.Values)
        {
            var listed = (await four.Api.Get(one.GetProperty("link").GetString()!)).Expect(HttpStatusCode.OK);
            Assert.Equal(one.GetProperty("agreements").EnumerateArray().Select(id => id.GetString()!), listed.Ids);
        }
    }

    [Fact]
    public async Task A_list_behind_a_number_has_pages()
    {
        var first = (await four.Api.Get("/api/v1/portfolio/reached/signed?limit=3")).Expect(HttpStatusCode.OK);
        Assert.Equal(["agr-four", "agr-one", "agr-three"], first.Ids);
        Assert.Equal("agr-three", first.Json.GetProperty("next").GetString());
        var second = (await four.Api.Get("/api/v1/portfolio/reached/signed?limit=3&after=agr-three")).Expect(HttpStatusCode.OK);
        Assert.Equal(["agr-two"], second.Ids);
        Assert.Equal(JsonValueKind.Null, second.Json.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("funnel?on=2026-02-30", "on")]
    [InlineData("funnel?year=20x4", "year")]
    [InlineData("funnel?kind=treaty", "kind")]
    [InlineData("funnel?partner=S%C6%A1n%20La", "partner")]
    [InlineData("funnel?country=Atlantis", "country")]
    [InlineData("funnel?known=2026-03-15", "known")]
    [InlineData("trend?by=week", "by")]
    [InlineData("aging?since=2026-01-01", "since")]
    [InlineData("moved", "since")]
    [InlineData("moved?since=soon", "since")]
    [InlineData("moved?since=2026-03-16", "since")]
    [InlineData("reached/signed?limit=0", "limit")]
    public async Task A_wrong_parameter_is_named(string path, string field)
    {
        var answer = (await four.Api.Get($"/api/v1/portfolio/{path}")).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("query/invalid", answer.Problem);
        Assert.Equal([field], answer.Fields);
    }

    [Fact]
    public async Task A_step_nobody_knows_is_refused_with_those_there_are()
    {
        var answer = (await four.Api.Get("/api/v1/portfolio/reached/ratified")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("portfolio/no-such-step", answer.Problem);
        Assert.Contains("in-effect", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on=0001-01-01")]
    [InlineData("on=9999-12-31")]
    public async Task The_ends_of_time_are_days_as_well(string query)
    {
        foreach (var question in new[] { "summary", "funnel", "trend", "aging" }) await Ask($"{question}?{query}");
        await Ask($"moved?since=0001-01-01&{query}");
    }

    private static int[] Steps(JsonElement funnel) =>
        [.. funnel.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("agreements").GetInt32())];

    private async Task<JsonElement> Ask(string question) => (await four.Api.Get($"/api/v1/portfolio/{question}")).Expect(HttpStatusCode.OK).Json;
}
