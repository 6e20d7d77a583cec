using System.Net;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Cities;

/// <summary>Cities that end, those who follow them, and what goes over to these.</summary>
public class Endings(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_city_that_ended_is_read_for_ever_and_its_successors_are_told()
    {
        foreach (var id in new[] { "vn-old", "vn-ward-1", "vn-ward-2", "vn-new" }) await Register(id);
        await Ok("vn-old/change-status", """{"status": "thành phố thuộc tỉnh", "changedOn": "2010-01-01"}""");
        await Ok("vn-old/dissolve", """{"dissolvedOn": "2025-07-01", "ground": "Kết thúc hoạt động của cấp huyện", "decision": "203/2025/QH15"}""");
        await Ok("vn-old/designate-successor", """{"successor": "vn-ward-1", "designatedOn": "2025-07-01", "part": true}""");
        await Ok("vn-old/designate-successor", """{"successor": "vn-ward-2", "designatedOn": "2025-07-01", "part": true}""");
        await Ok("vn-ward-2/merge", """{"into": "vn-new", "mergedOn": "2026-01-01"}""");

        var old = (await server.Admin.Get("/api/v1/cities/vn-old")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(
            ("dissolved", "2025-07-01"), (old.GetProperty("ending").GetProperty("kind").GetString(), old.GetProperty("ending").GetProperty("on").GetString()));
        Assert.Equal(["vn-ward-1", "vn-ward-2"], old.GetProperty("successors").EnumerateArray().Select(next => next.GetProperty("city").GetString()));
        var before = (await server.Admin.Get("/api/v1/cities/vn-old?on=2025-06-30")).Expect(HttpStatusCode.OK).Json;
        Assert.False(before.TryGetProperty("ending", out _));
        Assert.Equal("thành phố thuộc tỉnh", before.GetProperty("status").GetString());

        var chain = (await server.Admin.Get("/api/v1/cities/vn-old/successors")).Expect(HttpStatusCode.OK).Json.GetProperty("items");
        Assert.Equal([("vn-ward-1", "vn-old"), ("vn-ward-2", "vn-old"), ("vn-new", "vn-ward-2")],
            chain.EnumerateArray().Select(next => (next.GetProperty("city").GetString()!, next.GetProperty("of").GetString()!)));
        var followed = (await server.Admin.Get("/api/v1/cities/vn-new/predecessors")).Expect(HttpStatusCode.OK).Json.GetProperty("items");
        Assert.Equal([("vn-ward-2", "vn-new"), ("vn-old", "vn-ward-2")], followed.EnumerateArray().Select(one => (one.GetProperty("city").GetString()!, one.GetProperty("by").GetString()!)));
        Assert.Equal("merged", chain[1].GetProperty("ending").GetProperty("kind").GetString());
        Assert.Equal("city/ended", (await server.Admin.Post("/api/v1/cities/vn-old/rename", """{"name": "x"}""")).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_circle_of_successors_is_told_once()
    {
        foreach (var id in new[] { "vn-a", "vn-b" }) await Register(id);
        await Ok("vn-a/merge", """{"into": "vn-b", "mergedOn": "2025"}""");
        await Ok("vn-b/merge", """{"into": "vn-a", "mergedOn": "2025"}""");
        Assert.Single((await server.Admin.Get("/api/v1/cities/vn-a/predecessors")).Json.GetProperty("items").EnumerateArray());
        Assert.Single((await server.Admin.Get("/api/v1/cities/vn-a/successors")).Json.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("merge", """{"into": "vn-none", "mergedOn": "2025"}""", "into")]
    [InlineData("designate-successor", """{"successor": "vn-none", "designatedOn": "2025"}""", "successor")]
    [InlineData("memberships/gnlc/transfer", """{"successor": "vn-none", "transferredOn": "2025"}""", "successor")]
    public async Task A_successor_nobody_registered_is_a_slip_of_the_pen(string verb, string body, string field)
    {
        await server.Admin.Post("/api/v1/cities", """{"id": "vn-slip", "name": "Slip", "country": "VN"}""");
        var refused = (await server.Admin.Post($"/api/v1/cities/vn-slip/{verb}", body)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("command/invalid", field), (refused.Problem, Assert.Single(refused.Fields)));
        Assert.Contains("record it first", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_is_recorded_by_both_cities_and_answered_the_same_when_sent_again()
    {
        await Member("vn-from");
        await Register("vn-heir");
        const string transfer = """{"successor": "vn-heir", "transferredOn": "2025-07-01", "nextDueOn": "2026-12-31"}""";

        var first = (await Transfer("vn-from", transfer, "key-1")).Expect(HttpStatusCode.OK);
        var again = (await Transfer("vn-from", transfer, "key-1")).Expect(HttpStatusCode.OK);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(("vn-from", "vn-heir"), (first.Id, first.Json.GetProperty("successor").GetProperty("id").GetString()));
        Assert.Equal("membership-received/1", first.Json.GetProperty("successor").GetProperty("events")[0].GetProperty("type").GetString());
        Assert.Equal(("Transferred", "vn-heir"), ((await MembershipOf("vn-from")).GetProperty("state").GetString(), (await MembershipOf("vn-from")).GetProperty("transferredTo").GetProperty("city").GetString()));
        var heir = await MembershipOf("vn-heir");
        Assert.Equal(("Member", "2025-07-01", "2026-12-31"), (heir.GetProperty("state").GetString(), heir.GetProperty("since").GetString(), heir.GetProperty("nextReportDueOn").GetString()));
        Assert.Equal(["vn-heir"], (await server.Admin.Get("/api/v1/networks/gnlc/members?on=2025-07-01")).Ids.Where(id => id is "vn-from" or "vn-heir"));
        Assert.Equal(["vn-from"], (await server.Admin.Get("/api/v1/networks/gnlc/members?on=2025-06-30")).Ids.Where(id => id is "vn-from" or "vn-heir"));
    }

    [Fact]
    public async Task A_transfer_of_which_only_the_first_half_was_recorded_is_completed_by_sending_it_again()
    {
        await Member("vn-half");
        await Register("vn-other-half");
        await server.Grain<Grains.ICityGrain>("vn-half").Execute(
            new Domain.Cities.TransferMembership("vn-other-half", Domain.Record.DateOfRecord.Parse("2025-07-01")) { Network = new("gnlc", new("x", "x"), 42, 24) },
            new Domain.Record.CommandContext(Guid.CreateVersion7(), "00", "lan", "so", server.Clock.GetUtcNow()));

        var mended = (await Transfer("vn-half", """{"successor": "vn-other-half", "transferredOn": "2025-07-01"}""", "key-2")).Expect(HttpStatusCode.OK);

        Assert.True(mended.Json.GetProperty("unchanged").GetBoolean());
        Assert.Equal("Member", (await MembershipOf("vn-other-half")).GetProperty("state").GetString());
        Assert.True((await Transfer("vn-half", """{"successor": "vn-other-half", "transferredOn": "2025-07-01"}""", "key-3")).Json.GetProperty("successor").GetProperty("unchanged").GetBoolean());
    }

    [Fact]
    public async Task Indicators_are_a_series_with_their_sources()
    {
        await Register("vn-measured");
        foreach (var (name, value, asOf) in new[] { ("Sách", 100, "2023"), ("Thư viện", 3, "2023"), ("Sách", 150, "2024-06"), ("Sách", 90, "2022") })
        {
            await Ok("vn-measured/record-indicator", $$"""{"name": "{{name}}", "value": {{value}}, "unit": "x", "qualifier": "nearly", "asOf": "{{asOf}}", "source": {"title": "Báo {{asOf}}"} }""");
        }

        var all = await Series("");
        Assert.Equal([100, 3, 150, 90], all.GetProperty("items").EnumerateArray().Select(point => point.GetProperty("value").GetInt32()));
        var books = await Series("?name=sach&limit=2");
        Assert.Equal([(100, "Báo 2023"), (150, "Báo 2024-06")], books.GetProperty("items").EnumerateArray()
            .Select(point => (point.GetProperty("value").GetInt32(), point.GetProperty("source").GetProperty("title").GetString()!)));
        Assert.Equal("nearly", books.GetProperty("items")[0].GetProperty("qualifier").GetString());
        var rest = await Series($"?name=S%C3%A1ch&after={books.GetProperty("next").GetInt64()}");
        Assert.Equal((90, JsonValueKind.Null), (rest.GetProperty("items")[0].GetProperty("value").GetInt32(), rest.GetProperty("next").ValueKind));
        Assert.Equal("city/not-found", (await server.Admin.Get("/api/v1/cities/vn-none/indicators")).Expect(HttpStatusCode.NotFound).Problem);
    }

    private async Task<JsonElement> Series(string query) =>
        (await server.Admin.Get("/api/v1/cities/vn-measured/indicators" + query)).Expect(HttpStatusCode.OK).Json;

    private Task<Answer> Transfer(string city, string body, string key) =>
        server.Admin.Post($"/api/v1/cities/{city}/memberships/gnlc/transfer", body, ("Idempotency-Key", key));

    private async Task<JsonElement> MembershipOf(string city) =>
        (await server.Admin.Get($"/api/v1/cities/{city}")).Expect(HttpStatusCode.OK).Json.GetProperty("memberships")[0];

    private async Task Member(string id)
    {
        await Register(id);
        await Ok($"{id}/memberships/gnlc/recognise", """{"recognisedOn": "2020", "source": {"title": "VietnamPlus"}}""");
    }

    private async Task Register(string id) =>
        (await server.Admin.Post("/api/v1/cities", $$"""{"id": "{{id}}", "name": "{{id}}", "country": "VN"}""")).Expect(HttpStatusCode.Created);

    private async Task Ok(string path, string body) => (await server.Admin.Post("/api/v1/cities/" + path, body)).Expect(HttpStatusCode.OK);
}
