using System.Net;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Cities;

/// <summary>The clock stands at 15 March 2026.</summary>
public class Memberships(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Source = """ "source": {"title": "unesco.org"} """;

    [Fact]
    public async Task A_city_goes_all_the_way_into_a_network_and_reports()
    {
        var city = await Register("vn-way");
        foreach (var (verb, body) in new[]
                 {
                     ("start-application", """{"occurredOn": "2022-01"}"""),
                     ("revise-dossier", """{"summary": "Viết lại toàn bộ", "whole": true, "occurredOn": "2022-05"}"""),
                     ("endorse-as-mayor", """{"mayor": "Chủ tịch", "occurredOn": "2022-06"}"""),
                     ("submit-to-national-commission", """{"occurredOn": "2022-07"}"""),
                     ("endorse-nationally", """{"occurredOn": "2022-08"}"""), ("submit-to-unesco", """{"occurredOn": "2022-09"}"""),
                     ("assess-criterion", """{"number": 1, "met": true, "assessedOn": "2022-10", "evidence": {"title": "Báo cáo", "datedOn": "2022"}}"""),
                     ("assess-criterion", """{"number": 42, "met": false, "assessedOn": "2022-10"}"""),
                     ("recognise", $$"""{"recognisedOn": "2023-02-14", {{Source}}}"""),
                 })
        {
            (await Act(city, verb, body)).Expect(HttpStatusCode.OK);
        }

        var membership = await Membership(city);
        Assert.Equal(("gnlc", "Member", "Thành viên", "2023-02-14"), (Text(membership, "network"), Text(membership, "state"), Text(membership, "stateVi"), Text(membership, "since")));
        Assert.Equal(
            (1, 42), (membership.GetProperty("criteria").GetProperty("met").GetInt32(), membership.GetProperty("criteria").GetProperty("of").GetInt32()));
        Assert.Equal("2025-02-14", Text(membership, "nextReportDueOn"));
        Assert.Equal("Mạng lưới Thành phố học tập toàn cầu của UNESCO", Text(membership.GetProperty("name"), "vi"));

        (await Act(city, "note-report-overdue", "{}")).Expect(HttpStatusCode.OK);
        (await Act(city, "record-reminder", """{"receivedOn": "2026-03-01"}""")).Expect(HttpStatusCode.OK);
        (await Act(city, "inactivate", """{"ground": "Không báo cáo"}""")).Expect(HttpStatusCode.OK);
        (await Act(city, "reinstate", """{"ground": "Đã nộp bù"}""")).Expect(HttpStatusCode.OK);
        (await Act(city, "submit-report", """{"submittedOn": "2026-03-10"}""")).Expect(HttpStatusCode.OK);
        (await Act(city, "accept-report", """{"acceptedOn": "2026-03-15"}""")).Expect(HttpStatusCode.OK);
        Assert.Equal("2028-03-10", Text(await Membership(city), "nextReportDueOn"));

        var then = (await server.Admin.Get($"/api/v1/cities/{city}?on=2022-06-30")).Expect(HttpStatusCode.OK).Json.GetProperty("memberships")[0];
        Assert.Equal("CityEndorsed", Text(then, "state"));
    }

    [Fact]
    public async Task What_the_state_forbids_is_refused_with_the_way_out()
    {
        var city = await Register("vn-refused");
        Assert.Equal("membership/wrong-state", (await Act(city, "endorse-as-mayor", """{"mayor": "x"}""")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(
            "membership/source-missing", (await Act(city, "recognise", """{"recognisedOn": "2024"}""")).Expect(HttpStatusCode.UnprocessableEntity).Problem);
        Assert.Equal("city/not-found", (await Act("vn-nowhere", "start-application", "{}")).Expect(HttpStatusCode.NotFound).Problem);
        Assert.Equal(["network"], (await Act(city, "start-application", """{"network": {"id": "gnlc", "name": {"vi": "x", "en": "x"}, "criteria": 1, "reportCycleMonths": 1}}""")).Expect(HttpStatusCode.UnprocessableEntity).Fields);

        var unknown = (await server.Admin.Post($"/api/v1/cities/{city}/memberships/unknown/start-application", "{}")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("network/not-found", unknown.Problem);
        Assert.Contains("gnlc, uccn", unknown.Text, StringComparison.Ordinal);

        await Act(city, "start-application", "{}");
        Assert.Equal("membership/no-such-criterion", (await Act(city, "assess-criterion",
            """{"number": 43, "met": false, "assessedOn": "2024"}""")).Expect(HttpStatusCode.UnprocessableEntity).Problem);
    }

    [Fact]
    public async Task The_members_of_any_day_are_told_page_by_page()
    {
        await Recognised("vn-m1", "2020", "uccn");
        await Recognised("vn-m2", "2024-02-14", "uccn");
        await Recognised("vn-m3", "2025-12-04", "uccn");
        (await Act("vn-m2", "withdraw", """{"ground": "x", "occurredOn": "2025-01-01"}""", "uccn")).Expect(HttpStatusCode.OK);

        Assert.Equal(["vn-m1", "vn-m3"], (await Members("")).Ids);
        Assert.Equal(["vn-m1", "vn-m2"], (await Members("?on=2024-12-31")).Ids);
        Assert.Equal(["vn-m1"], (await Members("?on=2024-02-13")).Ids);
        Assert.Empty((await Members("?on=2019-12-31")).Ids);
        Assert.Equal(["vn-m2"], (await Members("?state=Withdrawn&state=not-selected")).Ids);
        Assert.Equal(3, (await Members("?state=Member&state=Withdrawn&count=true&limit=1")).Json.GetProperty("total").GetInt32());
        Assert.Equal("2024-02-14", Text((await Members("?on=2024-12-31")).Json.GetProperty("items")[1], "since"));

        var first = await Members("?on=2024-12-31&limit=1");
        Assert.Equal("vn-m1", Text(first.Json, "next"));
        var second = await Members("?on=2024-12-31&limit=1&after=vn-m1");
        Assert.Equal(["vn-m2"], second.Ids);
        Assert.Equal(JsonValueKind.Null, second.Json.GetProperty("next").ValueKind);
        Assert.Empty((await Members("?known=2026-01-01")).Ids);
        Assert.Equal(["vn-m1", "vn-m2", "vn-m3"], (await server.Admin.Get("/api/v1/cities?network=uccn")).Ids);
    }

    [Theory]
    [InlineData("/networks/gnlc/members?state=Leaving", "state")]
    [InlineData("/networks/gnlc/members?on=2024", "on")]
    [InlineData("/networks/gnlc/members?after=vn-none", "after")]
    [InlineData("/networks/gnlc/members?limit=0", "limit")]
    [InlineData("/networks/gnlc?on=2024-01-01", "on")]
    [InlineData("/networks?q=x", "q")]
    [InlineData("/cities/vn-x/indicators?after=x", "after")]
    public async Task A_wrong_parameter_is_named(string path, string field) =>
        Assert.Equal([field], (await server.Admin.Get("/api/v1" + path)).Expect(HttpStatusCode.BadRequest).Fields);

    [Fact]
    public async Task Networks_are_what_the_file_says()
    {
        var networks = (await server.Admin.Get("/api/v1/networks")).Expect(HttpStatusCode.OK).Json.GetProperty("items");
        Assert.Equal(["gnlc", "uccn"], networks.EnumerateArray().Select(network => Text(network, "id")));
        Assert.Equal(48, (await server.Admin.Get("/api/v1/networks/uccn")).Json.GetProperty("reportCycleMonths").GetInt32());
        Assert.Equal("network/not-found", (await server.Admin.Get("/api/v1/networks/none")).Expect(HttpStatusCode.NotFound).Problem);
        Assert.Equal("network/not-found", (await server.Admin.Get("/api/v1/networks/none/members")).Expect(HttpStatusCode.NotFound).Problem);
    }

    private async Task<string> Register(string id)
    {
        (await server.Admin.Post("/api/v1/cities", $$"""{"id": "{{id}}", "name": "{{id}}", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        return id;
    }

    private async Task Recognised(string id, string on, string network)
    {
        await Register(id);
        (await Act(id, "recognise", $$"""{"recognisedOn": "{{on}}", {{Source}}}""", network)).Expect(HttpStatusCode.OK);
    }

    private Task<Answer> Act(string city, string verb, string body, string network = "gnlc") =>
        server.Admin.Post($"/api/v1/cities/{city}/memberships/{network}/{verb}", body);

    private async Task<Answer> Members(string query) => (await server.Admin.Get("/api/v1/networks/uccn/members" + query)).Expect(HttpStatusCode.OK);

    private async Task<JsonElement> Membership(string city) =>
        (await server.Admin.Get($"/api/v1/cities/{city}")).Expect(HttpStatusCode.OK).Json.GetProperty("memberships")[0];

    private static string? Text(JsonElement json, string property) => json.GetProperty(property).GetString();
}
