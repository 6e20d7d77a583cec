using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using Caller = CityGrains.Api.Tests.Hosting.Caller;

namespace CityGrains.Api.Tests.Pages;

/// <summary>Pages of auditors and administrators: to whom they open, and what they tell of the past.</summary>
public sealed class Inspecting(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("/audit", new[] { Role.Auditor, Role.Leader, Role.Admin })]
    [InlineData("/audit/access", new[] { Role.Auditor })]
    [InlineData("/admin", new[] { Role.Admin })]
    [InlineData("/admin/keys", new[] { Role.Admin })]
    [InlineData("/admin/offices", new[] { Role.Admin })]
    [InlineData("/admin/webhooks", new[] { Role.Admin })]
    public async Task A_page_opens_to_its_roles_and_tells_others_who_can_give_it(string path, string[] roles)
    {
        foreach (var role in Role.All)
        {
            using var caller = await server.Key($"{role} opens {path}", role);
            var page = await Page(caller, path);
            if (roles.Contains(role, StringComparer.Ordinal)) page.Expect(HttpStatusCode.OK);
            else Assert.Contains("Quyền do người quản trị", page.Expect(HttpStatusCode.Forbidden).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_record_as_it_was_known_is_compared_with_what_is_known_now_and_each_difference_names_its_event()
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        server.Clock.Set(server.Clock.GetUtcNow().AddHours(2));
        (await server.Admin.Post($"/api/v1/agreements/{id}/open-consultation", """{"agencies": ["Bộ Ngoại giao"], "dossier": ["Dự thảo"], "procedure": "normal", "reason": "Đủ hồ sơ"}""")).Expect(HttpStatusCode.OK);

        var known = (await Page(server.Admin, $"/audit/agreement/{id}?known=2026-03-15T13:00")).Expect(HttpStatusCode.OK)
            .Text; // one o'clock in Vietnam: between the two
        Assert.Contains("<td class=\"then\"><span class=\"hidden\">Khi ấy: </span>Đề xuất</td>", known, StringComparison.Ordinal);
        Assert.Contains("Lý do: Đủ hồ sơ", known, StringComparison.Ordinal);
        Assert.Contains("khi ấy chưa có", known, StringComparison.Ordinal);

        var same = (await Page(server.Admin, $"/audit/agreement/{id}?known=2026-03-15T14:00&to-known=2026-03-15")).Expect(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("class=\"then\"", same, StringComparison.Ordinal);

        var wrong = (await Page(server.Admin, $"/audit/agreement/{id}?on=hôm nay&to-known=mai")).Expect(HttpStatusCode.BadRequest).Text;
        Assert.Contains("phải là một ngày", wrong, StringComparison.Ordinal);
        Assert.Contains("phải là một thời điểm", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("known=9999-12-31T23:59:59Z&on=0001-01-01")]
    [InlineData("known=0001-01-01T00:00:00Z&to-on=9999-12-31")]
    [InlineData("on=9999-12-31&to-known=9999-12-31T23:59")]
    public async Task The_first_and_the_last_of_all_days_are_days_like_others(string query)
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        (await Page(server.Admin, $"/audit/agreement/{id}?{query}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Activities_and_offices_are_inspected_like_agreements_and_cities()
    {
        (await server.Admin.Post("/api/v1/activities", """
            {"id": "act-2022-inspected", "kind": "visit", "title": "Đoàn công tác", "organiser": "Sở Ngoại vụ", "office": "Sở Ngoại vụ", "days": {"from": "2022-04-08"}}
            """)).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/activities/act-2022-inspected/hold", """{"days": {"from": "2022-04-09"}}""")).Expect(HttpStatusCode.OK);
        var visit = (await Page(server.Admin, "/audit/activity/act-2022-inspected?on=2022-04-08")).Expect(HttpStatusCode.OK).Text;
        Assert.Contains("Đã tổ chức từ 9/4/2022", visit, StringComparison.Ordinal);
        Assert.Contains("khi ấy chưa có", visit, StringComparison.Ordinal);

        (await server.Admin.Post("/api/v1/offices", """{"id": "so-inspected", "name": {"vi": "Sở Thanh tra thử"}, "level": "department"}"""))
            .Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/offices/so-inspected/record-annual-report", """{"year": 2025, "sentOn": "2026-01-10", "document": "1/BC"}"""))
            .Expect(HttpStatusCode.OK);
        var office = (await Page(server.Admin, "/audit/office/so-inspected?on=2026-01-09")).Expect(HttpStatusCode.OK).Text;
        Assert.Contains("Gửi báo cáo năm 2025 ngày 10/1/2026, văn bản 1/BC", office, StringComparison.Ordinal);
        (await Page(server.Admin, "/audit/office/nobody")).Expect(HttpStatusCode.NotFound);
    }

    private static Task<Answer> Page(Caller caller, string path) => caller.Get(path, ("Accept", "text/html"));
}
