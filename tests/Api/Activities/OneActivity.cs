using System.Net;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Activities;

public class OneActivity(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Is_planned_held_reported_linked_and_read()
    {
        var id = (await server.Admin.Post("/api/v1/activities", Api.Commands.ActivityVerbs.Plan.Example)).Expect(HttpStatusCode.Created).Id;
        Assert.Equal("act-2022-dien-dan-cau-noi", id);
        foreach (var verb in Api.Commands.ActivityVerbs.All.Where(verb => verb.Name is not "cancel"))
        {
            (await server.Admin.Post($"/api/v1/activities/{id}/{verb.Name}", verb.Example)).Expect(HttpStatusCode.OK);
        }

        var agreement = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-thanh-hoa", "name": "Thanh Hóa", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        var link = $$"""{"activity": "{{id}}"}""";
        var linked = (await server.Admin.Post($"/api/v1/agreements/{agreement}/link-activity", link, ("Idempotency-Key", "l1"))).Expect(HttpStatusCode.OK);
        Assert.Equal(("activity-linked/1", "activity-related/1"), (First(linked.Json), First(linked.Json.GetProperty("activity"))));
        Assert.Equal(linked.Text, (await server.Admin.Post($"/api/v1/agreements/{agreement}/link-activity", link, ("Idempotency-Key", "l1"))).Text);
        (await server.Admin.Post("/api/v1/cities/vn-thanh-hoa/link-activity", $$"""{"activity": "{{id}}", "delegation": true}""")).Expect(HttpStatusCode.OK);

        var read = (await server.Admin.Get($"/api/v1/activities/{id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("reported", "Đã báo cáo kết quả"), (read.GetProperty("state").GetString(), read.GetProperty("stateVi").GetString()));
        Assert.Equal((agreement, "vn-thanh-hoa"), (read.GetProperty("agreements")[0].GetString(), read.GetProperty("cities")[0].GetString()));
        Assert.Equal("nearly", read.GetProperty("reach")[0].GetProperty("qualifier").GetString());
        Assert.Equal(("2022-02-25", "2022-04-20"), (read.GetProperty("appliedOn").GetString(), read.GetProperty("resultReportedOn").GetString()));
        Assert.Equal(id, (await server.Admin.Get("/api/v1/cities/vn-thanh-hoa")).Json.GetProperty("activities")[0].GetString());
        Assert.Equal(id, (await server.Admin.Get($"/api/v1/agreements/{agreement}")).Json.GetProperty("activities")[0].GetString());
        Assert.Equal(
            "planned", (await server.Admin.Get($"/api/v1/activities/{id}?on=2022-03-01")).Expect(HttpStatusCode.OK).Json.GetProperty("state").GetString());
        Assert.Equal(9, (await server.Admin.Get($"/api/v1/activities/{id}/history")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal([id], (await server.Admin.Get($"/api/v1/activities?agreement={agreement}&city=vn-thanh-hoa&kind=conference&q=cau+noi&count=true")).Ids);
    }

    [Fact]
    public async Task A_link_of_which_one_record_knew_already_is_answered_the_same_when_it_is_sent_again()
    {
        var id = (await server.Admin.Post("/api/v1/activities", Api.Commands.ActivityVerbs.Plan.Example.Replace("Diễn đàn", "Tuần lễ", StringComparison.Ordinal))).Expect(HttpStatusCode.Created).Id;
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-linked", "name": "Đã gắn", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-told", "name": "Gắn một nửa", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        await server.Grain<Grains.IActivityGrain>(id).Execute(new Domain.Activities.RelateActivity { City = "vn-linked" }, Half());
        await server.Grain<Grains.ICityGrain>("vn-told").Execute(new Domain.Cities.LinkCityActivity(id), Half());

        var (second, first) = (await Link("vn-linked"), await Link("vn-told"));
        foreach (var city in new[] { "vn-linked", "vn-told" })
            (await server.Admin.Post($"/api/v1/cities/{city}/rename", """{"name": "Tên mới"}""")).Expect(HttpStatusCode.OK);
        await server.Grain<Grains.IActivityGrain>(id).Execute(new Domain.Activities.RelateActivity { City = "vn-later" }, Half());

        Assert.True(second.Json.GetProperty("activity").GetProperty("unchanged").GetBoolean());
        Assert.True(first.Json.GetProperty("unchanged").GetBoolean());
        foreach (var (city, then) in new[] { ("vn-linked", second), ("vn-told", first) })
        {
            var again = await Link(city);
            Assert.Equal((then.Text, then.ETag), (again.Text, again.ETag));
        }

        Assert.Equal("command/id-reused", (await Link("vn-told", delegation: true)).Problem);

        Domain.Record.CommandContext Half() => new(Guid.CreateVersion7(), "00", "lan", "so", server.Clock.GetUtcNow());

        Task<Answer> Link(string city, bool delegation = false) => server.Admin.Post(
            $"/api/v1/cities/{city}/link-activity", $$"""{"activity": "{{id}}"{{(delegation ? ", \"delegation\": true" : "")}}}""", ("Idempotency-Key", $"link-{city}"));
    }

    [Fact]
    public async Task Is_found_by_the_days_it_may_touch()
    {
        foreach (var (name, from, to) in new[] { ("a1", "2021-12-30", "2022-01-02"), ("a2", "2022-06", null), ("a3", "2023-01-01", null) })
        {
            (await server.Admin.Post("/api/v1/activities",
                $$"""{"id": "{{name}}", "kind": "training", "title": "{{name}}", "organiser": "x", "office": "Tập huấn", "days": {"from": "{{from}}"{{(to is null ? "" : $", \"to\": \"{to}\"")}}} }"""))
                .Expect(HttpStatusCode.Created);
        }

        Assert.Equal(["a1", "a2"], await Listed("from=2022-01-01&to=2022-12-31"));
        Assert.Equal(["a2", "a3"], await Listed("from=2022-01-03"));
        Assert.Equal(["a1"], await Listed("to=2022-05-31"));
        Assert.Equal(["a2"], await Listed("from=2022-01-01&after=a1&limit=1"));
        Assert.Equal(2, (await server.Admin.Get("/api/v1/activities?kind=training&from=2022-01-01&to=2022-12-31&count=true&limit=1")).Json.GetProperty("total").GetInt32());
        Assert.Equal(["from"], (await server.Admin.Get("/api/v1/activities?from=2022")).Expect(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task That_is_not_there_is_told()
    {
        Assert.Equal("activity/not-found", (await server.Admin.Get("/api/v1/activities/act-none")).Expect(HttpStatusCode.NotFound).Problem);
        Assert.Equal("activity/not-found", (await server.Admin.Post("/api/v1/activities/act-none/cancel", """{"ground": "x"}""")).Expect(HttpStatusCode.NotFound).Problem);
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-lonely", "name": "Lonely", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        Assert.Equal(["activity"], (await server.Admin.Post("/api/v1/cities/vn-lonely/link-activity", """{"activity": "act-none"}""")).Expect(HttpStatusCode.UnprocessableEntity).Fields);
        Assert.Equal(["days.from"], (await server.Admin.Post("/api/v1/activities",
            """{"id": "act-x", "kind": "visit", "title": "x", "organiser": "x", "office": "x", "days": {"from": "unknown"}}""")).Expect(HttpStatusCode.UnprocessableEntity).Fields);
    }

    private async Task<IReadOnlyList<string>> Listed(string query) =>
        (await server.Admin.Get("/api/v1/activities?kind=training&" + query)).Expect(HttpStatusCode.OK).Ids;

    private static string? First(JsonElement outcome) => outcome.GetProperty("events")[0].GetProperty("type").GetString();
}
