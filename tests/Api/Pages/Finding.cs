using System.Net;
using System.Text.RegularExpressions;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using Caller = CityGrains.Api.Tests.Hosting.Caller;

namespace CityGrains.Api.Tests.Pages;

/// <summary>Where people find things: activities in their list, an office's terms on its page, and who owes a report.</summary>
public sealed partial class Finding(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Activities_are_listed_by_the_filters_of_the_api_and_come_as_a_sheet()
    {
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-hue", "name": "Huế", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        foreach (var (id, kind, day) in new[] { ("act-a", "visit", "2022-04-08"), ("act-b", "training", "2023-05"), ("act-c", "training", "2023-06-01") })
        {
            (await server.Admin.Post("/api/v1/activities",
                $$"""{"id": "{{id}}", "kind": "{{kind}}", "title": "Hoạt động {{id}}", "organiser": "Thư viện", "office": "Sở Ngoại vụ Huế", "days": {"from": "{{day}}"} }""")).Expect(HttpStatusCode.Created);
        }

        (await server.Admin.Post("/api/v1/cities/vn-hue/link-activity", """{"activity": "act-b"}""")).Expect(HttpStatusCode.OK);
        var list = await Page(server.Admin, "/activities?kind=training&from=2023-01-01&to=2023-12-31&city=vn-hue&agreement=&office=S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5%20Hu%E1%BA%BF");
        Assert.Equal(["act-b"], Links(list));
        Assert.Contains("<a href=\"/cities/vn-hue\">Huế</a>", list, StringComparison.Ordinal);
        var sheet = WebUtility.HtmlDecode(Sheet().Match(list).Groups["link"].Value);
        Assert.Contains("act-b", (await server.Admin.Get(sheet)).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("act-c", (await server.Admin.Get(sheet)).Text, StringComparison.Ordinal);

        var first = await Page(server.Admin, "/activities?kind=training&limit=1");
        var next = WebUtility.HtmlDecode(Next().Match(first).Groups["link"].Value);
        Assert.Equal(["act-b", "act-c"], [.. Links(first), .. Links(await Page(server.Admin, next))]);
        Assert.Contains("phải là một ngày", await Page(server.Admin, "/activities?from=2023", HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Contains("Không có hoạt động nào khớp", await Page(server.Admin, "/activities?city=vn-nowhere"), StringComparison.Ordinal);
        Assert.Contains("href=\"/activities?city=vn-hue\">1</a>", await Page(server.Admin, "/cities/vn-hue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approver_finds_the_terms_of_the_own_office_and_sets_them_there_and_nobody_elses()
    {
        foreach (var of in new[] { "Sơn La", "Nghệ An" })
            (await server.Admin.Post("/api/v1/offices", $$"""{"name": {"vi": "Sở Ngoại vụ {{of}}"}, "level": "department"}""")).Expect(HttpStatusCode.Created);
        using var approver = await server.Key("phó giám đốc", Role.Approver);
        using var officer = await server.Key("chuyên viên", Role.Officer);

        Assert.Equal("/offices/so-ngoai-vu-son-la", (await approver.Get("/office", Html)).Location);
        Assert.Contains("href=\"/offices/so-ngoai-vu-son-la\"", await Page(approver, "/work"), StringComparison.Ordinal);
        var own = await Page(approver, "/offices/so-ngoai-vu-son-la");
        Assert.Contains("action=\"/offices/so-ngoai-vu-son-la/set-policy\"", own, StringComparison.Ordinal);
        Assert.Contains("action=\"/offices/so-ngoai-vu-son-la/replace-calendar\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("<form class=\"record", await Page(approver, "/offices/so-ngoai-vu-nghe-an"), StringComparison.Ordinal);
        var officers = await Page(officer, "/offices/so-ngoai-vu-son-la");
        Assert.DoesNotContain("set-policy", officers, StringComparison.Ordinal);
        Assert.Contains("/offices/so-ngoai-vu-son-la/record-annual-report", officers, StringComparison.Ordinal);

        var sent = await Set(approver, "so-ngoai-vu-son-la", "45");
        Assert.Equal((303, "/offices/so-ngoai-vu-son-la?done=recorded"), (sent.Status, sent.Location));
        Assert.Contains("<td class=\"number\">45</td>", await Page(approver, "/offices/so-ngoai-vu-son-la"), StringComparison.Ordinal);
        Assert.Contains(
            "value=\"5000\"", (await Set(approver, "so-ngoai-vu-son-la", "5000")).Expect(HttpStatusCode.UnprocessableEntity).Text, StringComparison.Ordinal);
        (await Set(approver, "so-ngoai-vu-nghe-an", "45")).Expect(HttpStatusCode.Forbidden);
        (await Set(officer, "so-ngoai-vu-son-la", "45")).Expect(HttpStatusCode.Forbidden);
        (await server.Admin.Get("/office", Html)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_late_report_that_no_office_follows_up_says_so_instead_of_naming_the_key_that_recorded_it()
    {
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-vinh", "name": "Vinh", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/cities/vn-vinh/memberships/gnlc/recognise", """{"recognisedOn": "2020", "source": {"title": "VietnamPlus"}}"""))
            .Expect(HttpStatusCode.OK);
        var overview = await Page(server.Admin, "/overview");
        var late = overview[overview.IndexOf("late-offices", StringComparison.Ordinal)..];
        Assert.Contains("chưa ghi cơ quan phụ trách", late, StringComparison.Ordinal);
        Assert.DoesNotContain(">admin<", late, StringComparison.Ordinal);
        Assert.Contains("chưa ghi cơ quan phụ trách", await Page(server.Admin, "/overview/overdue?office=admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_agreement_is_flagged_for_bears_dates_as_people_write_them_and_leads_into_its_history()
    {
        (await server.Admin.Post("/api/v1/agreements/mou-2018-flagged/register-legacy", """
            {"kind": "mou", "title": {"vi": "Bản ghi nhớ cũ"}, "office": "Sở Ngoại vụ Lai Châu", "state": "InEffect", "signedOn": "2018-05-02", "source": {"title": "Sổ theo dõi"},
             "parties": [{"name": "Tỉnh Lai Châu", "type": "province", "country": "VN"}, {"name": "Vân Nam", "type": "province", "country": "CN"}]}
            """)).Expect(HttpStatusCode.Created);
        var page = await Page(server.Admin, "/agreements/mou-2018-flagged");
        var flags = page[page.IndexOf("<ul class=\"flags\">", StringComparison.Ordinal)..page.IndexOf("<p class=\"actions\">", StringComparison.Ordinal)];
        Assert.Contains("2/5/2018", flags, StringComparison.Ordinal);
        Assert.DoesNotContain("2018-05-02", flags, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#v1\">#1</a>", flags, StringComparison.Ordinal);
    }

    private static readonly (string, string) Html = ("Accept", "text/html");

    private static async Task<Answer> Set(Caller caller, string office, string days)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy.planWithinDays"] = days, ["policy.silentAfterDays"] = "120", ["policy.expiringWithinDays"] = "180", ["policy.stalledAfterDays"] = "90",
            ["reason"] = "Kết luận giao ban",
        });
        return await caller.Send(HttpMethod.Post, $"/offices/{office}/set-policy", form, Html);
    }

    private static async Task<string> Page(Caller caller, string path, HttpStatusCode code = HttpStatusCode.OK) =>
        (await caller.Get(path, Html)).Expect(code).Text;

    private static IReadOnlyList<string> Links(string page) => [.. Listed().Matches(page).Select(match => match.Groups["id"].Value)];

    [GeneratedRegex("<th scope=\"row\"><a href=\"/activities/(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();

    [GeneratedRegex("href=\"(?<link>/api/v1/activities[^\"]*format=csv[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sheet();

    [GeneratedRegex("rel=\"next\" href=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();
}
