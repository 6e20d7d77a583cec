using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class OneAgreement(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Goes_over_http_from_proposal_to_archive()
    {
        var api = server.Admin;
        var proposed = (await api.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created);
        Assert.Equal("agr-2026-000001", proposed.Id);
        Assert.Equal("/api/v1/agreements/agr-2026-000001", proposed.Location);
        Assert.Equal("\"1\"", proposed.ETag);
        Assert.Equal("Proposed", proposed.State);

        (string Verb, string State)[] path =
        [
            ("open-consultation", "Consulting"), ("record-opinion", "Consulting"), ("approve-signing", "Approved"), ("sign", "Signed"),
            ("enter-into-effect", "InEffect"),
            ("report-progress", "InEffect"), ("adopt-plan", "Planned"), ("add-commitment", "Planned"), ("start-implementation", "Implementing"),
            ("partially-meet-milestone", "Implementing"),
            ("reschedule-milestone", "Implementing"), ("meet-milestone", "Implementing"), ("waive-milestone", "Implementing"),
            ("attach-evidence", "Implementing"),
        ];
        foreach (var (verb, state) in path)
        {
            var body = verb is "approve-signing"
                ? Bodies.Example(verb).Replace("}", ", \"overrideReason\": \"Bộ Giáo dục đồng ý bằng điện thoại\"}", StringComparison.Ordinal)
                : Bodies.Example(verb);
            Assert.Equal(state, (await (verb is "approve-signing" ? server.Approver : api).Post($"/api/v1/agreements/{proposed.Id}/{verb}", body)).Expect(HttpStatusCode.OK).State);
        }

        Assert.Equal("agreement/commitment-owed", (await api.Post($"/api/v1/agreements/{proposed.Id}/complete", Bodies.Example("complete"))).Expect(HttpStatusCode.Conflict).Problem);
        (await api.Post($"/api/v1/agreements/{proposed.Id}/meet-milestone", """{"milestone": "c2-m1", "metOn": "2026-03-01", "evidence": {"title": "Ảnh hội chợ", "datedOn": "2026-03"}}""")).Expect(HttpStatusCode.OK);
        Assert.Equal("Implemented", (await api.Post($"/api/v1/agreements/{proposed.Id}/complete", Bodies.Example("complete"))).Expect(HttpStatusCode.OK).State);
        Assert.Equal("Archived", (await api.Post($"/api/v1/agreements/{proposed.Id}/archive", Bodies.Example("archive"))).Expect(HttpStatusCode.OK).State);

        var read = (await api.Get($"/api/v1/agreements/{proposed.Id}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("Lưu trữ", read.GetProperty("stateVi").GetString());
        Assert.Equal("done", read.GetProperty("progress").GetProperty("derived").GetString());
        Assert.Equal(100, read.GetProperty("progress").GetProperty("percent").GetInt32());
        Assert.Equal(40, read.GetProperty("progress").GetProperty("declared").GetProperty("percent").GetInt32());
        Assert.Equal("2025-04-02", read.GetProperty("signedOn").GetString());
        Assert.Equal("2025-04-15", read.GetProperty("effectiveOn").GetString());
        Assert.Equal("Lào", read.GetProperty("parties")[1].GetProperty("country").GetProperty("vi").GetString());
        Assert.Equal("Bộ Giáo dục và Đào tạo", read.GetProperty("consultation").GetProperty("missing")[0].GetString());
        Assert.Equal(9, read.GetProperty("periods").GetArrayLength());
        Assert.Equal(4, read.GetProperty("evidence").GetArrayLength());

        var history = (await api.Get($"/api/v1/agreements/{proposed.Id}/history")).Json.GetProperty("items");
        Assert.Equal(read.GetProperty("version").GetInt64(), history.GetArrayLength());
        Assert.Equal("agreement-proposed/1", history[0].GetProperty("type").GetString());
        Assert.Equal("admin", history[0].GetProperty("actor").GetString());
        Assert.Equal(64, history[0].GetProperty("hash").GetString()!.Length);
    }

    [Fact]
    public async Task Keeps_what_a_command_says_beside_its_facts()
    {
        var more = """, "id": "agr-envelope", "occurredOn": "2025-12", "reason": "Theo biên bản", "source": {"title": "Tờ trình 12", "reference": "tr. 3", "datedOn": "2025"}""";
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: more))).Expect(HttpStatusCode.Created);

        var recorded = (await server.Admin.Get("/api/v1/agreements/agr-envelope/history")).Json.GetProperty("items")[0];

        Assert.Equal("2025-12", recorded.GetProperty("occurredOn").GetString());
        Assert.Equal("2026-03-15T05:00:00.000000Z", recorded.GetProperty("recordedAt").GetString());
        Assert.Equal("Theo biên bản", recorded.GetProperty("reason").GetString());
        Assert.Equal("tr. 3", recorded.GetProperty("source").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task Of_old_begins_at_the_state_it_has_reached()
    {
        var registered = (await server.Admin.Post("/api/v1/agreements/agr-old/register-legacy", Bodies.Legacy(state: "Expired")))
            .Expect(HttpStatusCode.Created);
        Assert.Equal("/api/v1/agreements/agr-old", registered.Location);
        Assert.Equal("Expired", registered.State);

        var again = (await server.Admin.Post("/api/v1/agreements/agr-old/register-legacy", Bodies.Legacy(state: "Expired"))).Expect(HttpStatusCode.OK);
        Assert.True(again.Json.GetProperty("unchanged").GetBoolean());
        Assert.Equal(0, again.Json.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Changes_its_tag_with_each_version_and_is_not_sent_twice()
    {
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: ", \"id\": \"agr-tag\""))).Expect(HttpStatusCode.Created);
        var read = await server.Admin.Get("/api/v1/agreements/agr-tag");

        Assert.StartsWith("\"1.", read.ETag, StringComparison.Ordinal); // the version, the day and what offices set: flags change with them
        (await server.Admin.Get("/api/v1/agreements/agr-tag", ("If-None-Match", $"W/{read.ETag}"))).Expect(HttpStatusCode.NotModified);
        (await server.Admin.Get("/api/v1/agreements/agr-tag", ("If-None-Match", $"\"7\", {read.ETag}"))).Expect(HttpStatusCode.NotModified);
        (await server.Admin.Get("/api/v1/agreements/agr-tag", ("If-None-Match", "\"2\""))).Expect(HttpStatusCode.OK);
        (await server.Admin.Get("/api/v1/agreements/agr-tag", ("If-None-Match", "nonsense"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_head_like_get_without_the_body()
    {
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: ", \"id\": \"agr-head\""))).Expect(HttpStatusCode.Created);
        foreach (var path in new[] { "/api/v1/agreements/agr-head", "/api/v1/agreements/agr-head/history", "/api/v1/agreements" })
        {
            var get = await server.Admin.Get(path);
            var head = (await server.Admin.Send(HttpMethod.Head, path, content: null)).Expect(HttpStatusCode.OK);
            Assert.Equal("", head.Text);
            Assert.Equal(get.Headers["Content-Length"], head.Headers["Content-Length"]);
        }

        (await server.Admin.Send(HttpMethod.Head, "/api/v1/agreements/agr-nothing", content: null)).Expect(HttpStatusCode.NotFound);
    }
}
