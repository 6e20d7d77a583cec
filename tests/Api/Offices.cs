using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class Offices : IAsyncLifetime
{
    private const string SonLa = "/api/v1/offices/so-ngoai-vu-son-la";
    private readonly ApiServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task An_office_is_registered_under_its_name_and_read()
    {
        var answer = await Register();
        Assert.Equal(("so-ngoai-vu-son-la", "Open", SonLa), (answer.Id, answer.State, answer.Location));

        var read = (await _server.Admin.Get(SonLa)).Expect(HttpStatusCode.OK);
        Assert.Equal("Sở Ngoại vụ Sơn La", read.Json.GetProperty("name").GetProperty("vi").GetString());
        Assert.Equal(90, read.Json.GetProperty("policies")[0].GetProperty("planWithinDays").GetInt32());
        Assert.Equal(["so-ngoai-vu-son-la"], (await _server.Admin.Get("/api/v1/offices?q=son%20la&level=department&state=open")).Expect(HttpStatusCode.OK).Ids);
        Assert.Equal(304, (await _server.Admin.Get(SonLa, ("If-None-Match", read.ETag!))).Status);
    }

    [Fact]
    public async Task A_policy_needs_a_reason_and_a_day_to_come_and_leaves_both_in_the_history()
    {
        await Register();
        Assert.Equal("office/reason-missing", (await _server.Admin.Post(SonLa + "/set-policy", Policy(60, reason: null))).Expect(HttpStatusCode.UnprocessableEntity).Problem);
        Assert.Equal("office/in-the-past", (await _server.Admin.Post(SonLa + "/set-policy", Policy(60, from: "2026-03-14"))).Expect(HttpStatusCode.UnprocessableEntity).Problem);
        Assert.Equal(
            ["policy.planWithinDays"], (await _server.Admin.Post(SonLa + "/set-policy", Policy(3651))).Expect(HttpStatusCode.UnprocessableEntity).Fields);

        (await _server.Admin.Post(SonLa + "/set-policy", Policy(60))).Expect(HttpStatusCode.OK);
        (await _server.Admin.Post(SonLa + "/set-policy", Policy(30, from: "2026-09-01"))).Expect(HttpStatusCode.OK);
        Assert.True((await _server.Admin.Post(SonLa + "/set-policy", Policy(60))).Expect(HttpStatusCode.OK).Json.GetProperty("unchanged").GetBoolean());

        var policies = (await _server.Admin.Get(SonLa)).Json.GetProperty("policies").EnumerateArray().ToList();
        Assert.Equal([(null, 90), ("2026-03-15", 60), ("2026-09-01", 30)], policies.Select(policy =>
            (policy.TryGetProperty("from", out var from) ? from.GetString() : null, policy.GetProperty("planWithinDays").GetInt32())));
        var set = (await _server.Admin.Get(SonLa + "/history")).Expect(HttpStatusCode.OK).Json.GetProperty("items")[1];
        Assert.Equal(("office-policy-set/1", "admin", "Kết luận giao ban"), (set.GetProperty("type").GetString(), set.GetProperty("actor").GetString(), set.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task An_approver_sets_the_policy_of_the_own_office_only_and_an_officer_none()
    {
        await Register();
        (await _server.Admin.Post("/api/v1/offices", """{"name": {"vi": "Sở Ngoại vụ Nghệ An"}, "level": "department"}""")).Expect(HttpStatusCode.Created);
        using var approver = await _server.Key("phó giám đốc", Role.Approver);
        using var officer = await _server.Key("cán bộ", Role.Officer);

        (await approver.Post(SonLa + "/set-policy", Policy(45))).Expect(HttpStatusCode.OK);
        (await approver.Post(SonLa + "/replace-calendar", Example("replace-calendar"))).Expect(HttpStatusCode.OK);
        Assert.Equal("access/other-office", (await approver.Post("/api/v1/offices/so-ngoai-vu-nghe-an/set-policy", Policy(45))).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/role-missing", (await approver.Post(SonLa + "/rename", Example("rename"))).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/role-missing", (await officer.Post(SonLa + "/set-policy", Policy(45))).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/role-missing", (await officer.Post("/api/v1/offices", OfficeVerbs.Register.Example)).Expect(HttpStatusCode.Forbidden).Problem);
    }

    [Fact]
    public async Task Agreements_of_an_office_are_found_by_any_of_its_names_and_by_its_id()
    {
        await Register();
        var one = (await _server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        var other = (await _server.Admin.Post("/api/v1/agreements", Bodies.Proposal().Replace("Sở Ngoại vụ Sơn La", "so-ngoai-vu-son-la", StringComparison.Ordinal))).Expect(HttpStatusCode.Created).Id;
        (await _server.Admin.Post(SonLa + "/rename", """{"name": {"vi": "Sở Ngoại vụ tỉnh Sơn La"}}""")).Expect(HttpStatusCode.OK);

        foreach (var name in new[] { "so-ngoai-vu-son-la", "Sở Ngoại vụ Sơn La", "Sở Ngoại vụ tỉnh Sơn La", "Department of Foreign Affairs of Sơn La" })
            Assert.Equal([one, other], (await _server.Admin.Get("/api/v1/agreements?office=" + Uri.EscapeDataString(name))).Ids);
        Assert.Empty((await _server.Admin.Get("/api/v1/agreements?office=khac")).Ids);
    }

    [Fact]
    public async Task A_name_leads_to_one_office_and_a_closed_one_to_its_successor()
    {
        await Register();
        Assert.Equal("office/name-taken", (await _server.Admin.Post("/api/v1/offices", """{"id": "khac", "name": {"vi": "Sở Ngoại vụ Sơn La"}, "level": "department"}""")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("office/unknown-office", (await _server.Admin.Post("/api/v1/offices", """{"name": {"vi": "Phòng"}, "level": "department", "parent": "bo-ngoai-giao"}""")).Expect(HttpStatusCode.UnprocessableEntity).Problem);
        (await _server.Admin.Post("/api/v1/offices", """{"name": {"vi": "Bộ Ngoại giao"}, "level": "ministry"}""")).Expect(HttpStatusCode.Created);
        (await _server.Admin.Post("/api/v1/offices", """{"name": {"vi": "Phòng"}, "level": "department", "parent": "bo-ngoai-giao"}"""))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(["phong"], (await _server.Admin.Get("/api/v1/offices?parent=bo-ngoai-giao")).Ids);

        var one = (await _server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        (await _server.Admin.Post(SonLa + "/close", """{"closedOn": "2026-03-01", "ground": "Sáp nhập", "successor": "phong"}""")).Expect(HttpStatusCode.OK);
        Assert.Equal([one], (await _server.Admin.Get("/api/v1/agreements?office=phong")).Ids);
        Assert.Equal("office/closed", (await _server.Admin.Post(SonLa + "/set-policy", Policy(45))).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("Open", (await _server.Admin.Get(SonLa + "?on=2026-02-28")).Expect(HttpStatusCode.OK).State);
    }

    [Fact]
    public async Task Functions_come_and_go_and_no_id_is_given_twice()
    {
        await Register();
        (await _server.Admin.Post(SonLa + "/add-person", Example("add-person"))).Expect(HttpStatusCode.OK);
        (await _server.Admin.Post(SonLa + "/remove-person", """{"person": "p1"}""")).Expect(HttpStatusCode.OK);
        (await _server.Admin.Post(SonLa + "/add-person", """{"function": "Chuyên viên", "role": "officer"}""")).Expect(HttpStatusCode.OK);
        Assert.Equal("p2", (await _server.Admin.Get(SonLa)).Json.GetProperty("people")[0].GetProperty("id").GetString());
        Assert.Equal(
            "office/no-such-person", (await _server.Admin.Post(SonLa + "/remove-person", """{"person": "p1"}""")).Expect(HttpStatusCode.Conflict).Problem);
    }

    private async Task<Answer> Register() => (await _server.Admin.Post("/api/v1/offices", OfficeVerbs.Register.Example)).Expect(HttpStatusCode.Created);

    private static string Example(string verb) => OfficeVerbs.All.Single(one => one.Name == verb).Example;

    private static string Policy(int planWithinDays, string? from = null, string? reason = "Kết luận giao ban") => $$"""
        {"policy": {"planWithinDays": {{planWithinDays}}, "silentAfterDays": 120, "expiringWithinDays": 180, "stalledAfterDays": 90}{{(from is null ? "" : $", \"from\": \"{from}\"")}}
         {{(reason is null ? "" : $", \"reason\": \"{reason}\"")}}}
        """;
}
