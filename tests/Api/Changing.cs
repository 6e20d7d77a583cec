using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>Changes of an agreement over HTTP, with two keys: who proposed may not approve.</summary>
public class Changing(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task A_suspension_goes_from_proposal_to_resumption_and_looking_back_tells_each_day()
    {
        var path = await Legacy("Himeji");
        await Do(path, "propose-change", """{"change": {"kind": "suspension", "ground": "Thiên tai"}, "occurredOn": "2026-01-05"}""");
        await Do(path, "open-change-consultation", Bodies.Example("open-change-consultation"));
        await Do(path, "record-change-opinion", Bodies.Example("record-change-opinion"));
        var own = (await server.Admin.Post($"{path}/approve-change", Bodies.Example("approve-change"))).Expect(HttpStatusCode.Conflict);
        Assert.Equal("agreement/four-eyes", own.Problem);
        await Do(path, "approve-change", Bodies.Example("approve-change"));
        Assert.Equal("Suspended", (await Do(path, "put-change-into-effect", Bodies.Example("put-change-into-effect"))).State);
        Assert.Equal("InEffect", (await Do(path, "resume", Bodies.Example("resume"))).State);

        var read = (await server.Admin.Get(path)).Expect(HttpStatusCode.OK).Json;
        var change = read.GetProperty("changes")[0];
        Assert.Equal(("effective", "admin", "2026-02-10", "77/QĐ-UBND"),
            (change.GetProperty("state").GetString(), change.GetProperty("proposedBy").GetString(), change.GetProperty("effectiveOn").GetString(), change.GetProperty("approval").GetProperty("decisionNumber").GetString()));
        Assert.Equal("Suspended", (await server.Admin.Get($"{path}?on=2026-02-28")).Json.GetProperty("state").GetString());
        Assert.Equal("InEffect", (await server.Admin.Get($"{path}?on=2026-03-01")).Json.GetProperty("state").GetString());
        Assert.Equal("InEffect", (await server.Admin.Get($"{path}?on=2026-02-09")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_takes_an_agreements_place_must_be_recorded()
    {
        var (path, heir) = (await Legacy("Nara"), await Legacy("Kobe"));
        var body = """{"change": {"kind": "supersession", "ground": "Ký mới", "successor": "agr-none"}}""";
        Assert.Equal("agreement/no-such-successor", (await server.Admin.Post($"{path}/propose-change", body)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(
            "agreement/not-found", (await server.Admin.Post("/api/v1/agreements/agr-none/propose-change", body)).Expect(HttpStatusCode.NotFound).Problem);

        await Do(path, "propose-change", body.Replace("agr-none", heir.Split('/')[^1], StringComparison.Ordinal));
        await Do(path, "open-change-consultation", Bodies.Example("open-change-consultation"));
        await Do(path, "approve-change", Bodies.Example("approve-change").Replace("}", ", \"overrideReason\": \"Đồng ý bằng điện thoại\"}", StringComparison.Ordinal));
        Assert.Equal("Superseded", (await Do(path, "put-change-into-effect", Bodies.Example("put-change-into-effect"))).State);
        Assert.Equal(heir.Split('/')[^1], (await server.Admin.Get(path)).Json.GetProperty("supersededBy").GetString());
    }

    [Fact]
    public async Task Parties_are_renamed_and_succeeded_and_another_office_takes_over()
    {
        var path = await Legacy("Sakai");
        await Do(path, "rename-party", """{"party": "Sakai", "newName": "Thành phố Sakai", "renamedOn": "2026", "ground": "Thông báo"}""");
        await Do(path, "succeed-party", """{"party": "đà nẵng", "successor": {"name": "Đà Nẵng (mới)", "type": "city", "country": "VN"}, "extent": "full", "succeededOn": "2025-07-01", "ground": "Nghị quyết 202/2025/QH15"}""");
        await Do(path, "notify-partner", """{"succession": "s1", "partner": "Thành phố Sakai", "notifiedOn": "2025-07-20", "document": "88/SNgV"}""");
        await Do(path, "assign-office", """{"office": "Sở Ngoại vụ mới", "occurredOn": "2025-07-01"}""");

        var read = (await server.Admin.Get(path)).Json;
        Assert.Equal(["Đà Nẵng (mới)", "Thành phố Sakai"], read.GetProperty("parties").EnumerateArray().Select(party => party.GetProperty("name").GetString()));
        Assert.Equal("Thành phố Sakai", read.GetProperty("successions")[0].GetProperty("notices")[0].GetProperty("partner").GetString());
        Assert.Contains(path.Split('/')[^1], (await server.Admin.Get("/api/v1/agreements?office=S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5%20m%E1%BB%9Bi")).Ids);
    }

    private async Task<string> Legacy(string partner)
    {
        var path = $"/api/v1/agreements/agr-{partner.ToLowerInvariant()}";
        (await server.Admin.Post($"{path}/register-legacy", Bodies.Legacy(partner))).Expect(HttpStatusCode.Created);
        return path;
    }

    private async Task<Answer> Do(string path, string verb, string body) =>
        (await (verb is "approve-change" ? server.Approver : server.Admin).Post($"{path}/{verb}", body)).Expect(HttpStatusCode.OK);
}
