using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Due;

/// <summary>
/// A signed agreement without a plan, one with a plan, one of old and one under consultation, seen at noon of 15 March 2026:
/// a Sunday, after Tết (16–20 February).
/// </summary>
public sealed class FollowedUp : IAsyncLifetime
{
    internal ApiServer Server { get; } = new();

    internal Caller Api => Server.Admin;

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        using var approver = await Server.Key("duyet", "approver");
        foreach (var id in new[] { "agr-signed", "agr-planned" })
        {
            (await Api.Post("/api/v1/agreements", Bodies.Proposal(more: $", \"id\": \"{id}\", \"occurredOn\": \"2026-01-05\""))).Expect(HttpStatusCode.Created);
            await Do(id, "open-consultation", """{"dossier": ["Tờ trình"], "agencies": ["Bộ Ngoại giao"], "procedure": "normal", "occurredOn": "2026-01-06"}""");
            await Do(id, "record-opinion", """{"agency": "Bộ Ngoại giao", "opinion": "agree", "receivedOn": "2026-01-12"}""");
            (await approver.Post($"/api/v1/agreements/{id}/approve-signing", """
                {"decisionNumber": "12", "decidedOn": "2026-01-20", "authority": "Chủ tịch UBND tỉnh", "signatory": "Phó Chủ tịch"}
                """)).Expect(HttpStatusCode.OK);
            await Do(id, "sign", Bodies.Example("sign").Replace("2025-04-02", "2026-01-31", StringComparison.Ordinal));
        }

        await Do("agr-planned", "enter-into-effect", """{"effectiveOn": "2026-02-02", "term": {"until": "2026-06-30"}}""");
        await Do("agr-planned", "adopt-plan", """
            {"commitments": [{"description": "Trao đổi giáo viên", "owner": "Sở Giáo dục và Đào tạo", "dueOn": "2026-12", "milestones": [
                {"description": "Đoàn thứ nhất", "dueOn": "2026-03-10"}, {"description": "Đoàn thứ hai", "dueOn": "2026-12"}]}], "occurredOn": "2026-02-10"}
            """);
        await Do("agr-planned", "report-to-prime-minister", """{"reportedOn": "2026-02-03", "document": "35/BC"}""");
        await Do("agr-planned", "send-copy-to-mofa", """{"sentOn": "2026-02-03", "document": "36"}""");
        await Do("agr-planned", "report-progress", """{"percent": 60, "summary": "Đang làm"}""");
        (await Api.Post("/api/v1/agreements/agr-old/register-legacy", Bodies.Legacy())).Expect(HttpStatusCode.Created);
        (await Api.Post("/api/v1/agreements", Bodies.Proposal(more: ", \"id\": \"agr-asked\""))).Expect(HttpStatusCode.Created);
        await Do("agr-asked", "open-consultation", """{"dossier": ["Tờ trình"], "agencies": ["Bộ Ngoại giao", "Bộ Công an"], "procedure": "reduced", "reducedGround": "Khẩn"}""");
        await Do("agr-asked", "request-feedback", """
            {"question": {"askedOf": "Đại sứ quán tại Lào", "text": "Đối tác có đồng ý không?", "askedOn": "2026-03-02", "dueBy": "2026-03-13"}}
            """);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    internal async Task Do(string id, string verb, string body) => (await Api.Post($"/api/v1/agreements/{id}/{verb}", body)).Expect(HttpStatusCode.OK);
}
