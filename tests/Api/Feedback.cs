using System.Net;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>Requests between ministry, missions and localities, and how they are answered. Today is 15 March 2026.</summary>
public class Feedback(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Mission = "Đại sứ quán Việt Nam tại Lào", Unesco = "Ủy ban Quốc gia UNESCO Việt Nam";

    [Fact]
    public async Task Is_asked_for_reminded_of_and_given_and_the_list_says_how_long_it_took()
    {
        (await server.Admin.Post("/api/v1/agreements/agr-asked/register-legacy", Bodies.Legacy())).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-asked", "name": "Sơn La", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        foreach (var verb in new[] { "request-feedback", "remind-feedback" })
        {
            Assert.Equal("InEffect", (await server.Admin.Post($"/api/v1/agreements/agr-asked/{verb}", Bodies.Example(verb))).Expect(HttpStatusCode.OK).State);
        }

        var question = $$$"""{"question": {"askedOf": "{{{Unesco}}}", "text": "Ngày công nhận?", "askedOn": "2026-03-01", "dueBy": "2026-03-20", "askedBy": "UBND thành phố"}}""";
        (await server.Admin.Post("/api/v1/cities/vn-asked/request-feedback", question)).Expect(HttpStatusCode.OK);

        var open = (await server.Admin.Get("/api/v1/requests?open=true&count=true")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(["agreement/agr-asked/r1", "city/vn-asked/r1"], Keys(open));
        Assert.Equal([true, false], open.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("overdue").GetBoolean()));
        Assert.Equal(2, open.GetProperty("total").GetInt32());
        Assert.Equal(["city/vn-asked/r1"], Keys((await server.Admin.Get($"/api/v1/requests?askedOf={Uri.EscapeDataString(Unesco)}")).Json));
        Assert.Equal(["agreement/agr-asked/r1"], Keys((await server.Admin.Get("/api/v1/requests?office=Sở Ngoại vụ Sơn La&dueBefore=2026-03-15")).Json));

        (await server.Admin.Post("/api/v1/agreements/agr-asked/answer-feedback", Bodies.Example("answer-feedback"))).Expect(HttpStatusCode.OK);
        var answered = Assert.Single((await server.Admin.Get("/api/v1/requests?open=false")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal((18, "answered", false), (answered.GetProperty("request").GetProperty("days").GetInt32(), answered.GetProperty("request").GetProperty("standing").GetString(), answered.GetProperty("overdue").GetBoolean()));
        Assert.Equal("Quan hệ kết nghĩa Đà Nẵng – Kawasaki", answered.GetProperty("about").GetString());

        var statistics = (await server.Admin.Get("/api/v1/requests/statistics")).Expect(HttpStatusCode.OK).Json;
        var mission = Assert.Single(statistics.GetProperty("items").EnumerateArray(), item => item.GetProperty("askedOf").GetString() == Mission);
        Assert.Equal((1, 1, 0, 18d, 18), (mission.GetProperty("asked").GetInt32(), mission.GetProperty("answered").GetInt32(), mission.GetProperty("overdue").GetInt32(), mission.GetProperty("medianDays").GetDouble(), mission.GetProperty("p90Days").GetInt32()));
        Assert.Equal(
            (2, 1), (statistics.GetProperty("together").GetProperty("asked").GetInt32(), statistics.GetProperty("together").GetProperty("open").GetInt32()));

        var first = (await server.Admin.Get("/api/v1/requests?limit=1")).Json;
        Assert.Equal("agreement/agr-asked/r1", first.GetProperty("next").GetString());
        Assert.Equal(["city/vn-asked/r1"], Keys((await server.Admin.Get("/api/v1/requests?limit=1&after=agreement/agr-asked/r1")).Json));

        var read = (await server.Admin.Get("/api/v1/agreements/agr-asked")).Json.GetProperty("requests")[0];
        Assert.Equal((Mission, 1), (read.GetProperty("answer").GetProperty("by").GetString(), read.GetProperty("reminders").GetArrayLength()));
        var before = (await server.Admin.Get("/api/v1/agreements/agr-asked?on=2025-06-10")).Json.GetProperty("requests")[0];
        Assert.Equal("open", before.GetProperty("standing").GetString());
        Assert.Equal("request/closed", (await server.Admin.Post("/api/v1/agreements/agr-asked/withdraw-feedback", Bodies.Example("withdraw-feedback"))).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Theory]
    [InlineData("/api/v1/requests?open=maybe", "open")]
    [InlineData("/api/v1/requests?dueBefore=15/3/2026", "dueBefore")]
    [InlineData("/api/v1/requests?after=r1", "after")]
    [InlineData("/api/v1/requests?after=agreement/agr-none/r1", "after")]
    [InlineData("/api/v1/requests?limit=501", "limit")]
    [InlineData("/api/v1/requests/statistics?limit=5", "limit")]
    public async Task A_wrong_question_is_told_what_is_wrong_with_it(string path, string field)
    {
        var refused = (await server.Admin.Get(path)).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("query/invalid", refused.Problem);
        Assert.Equal([field], refused.Fields);
    }

    private static IEnumerable<string?> Keys(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("key").GetString());
}
