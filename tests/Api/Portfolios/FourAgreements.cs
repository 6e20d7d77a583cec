using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Portfolios;

/// <summary>One being implemented, one planned with a milestone missed, one left after its signature, one of old in effect.</summary>
public sealed class FourAgreements : IAsyncLifetime
{
    private readonly ApiServer _server;

    public FourAgreements()
        : this(database: null)
    {
    }

    /// <summary>On another store than SQLite.</summary>
    internal FourAgreements(string? database) => _server = new ApiServer(_ => { }, database);

    internal Caller Api => _server.Admin;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await Enter("agr-one", "Bản ghi nhớ một", ", \"fields\": [\"y tế\"]");
        await Enter("agr-two", "Bản ghi nhớ hai", "");
        await Enter("agr-three", "Bản ghi nhớ ba", "");
        await Do("/agreements/agr-four/register-legacy", Bodies.Legacy());
        foreach (var (id, planned) in new[] { ("agr-one", "2025-06-01"), ("agr-two", "2025-05-01") })
        {
            await Do($"/agreements/{id}/enter-into-effect", """{"effectiveOn": "2025-04-01", "term": {"until": "unknown"}}""");
            await Do($"/agreements/{id}/adopt-plan", $$"""{"commitments": [{"description": "Đoàn bác sĩ", "owner": "Sở Y tế", "dueOn": "2025-12-01"}], "occurredOn": "{{planned}}"}""");
        }

        await Do("/agreements/agr-one/start-implementation", """{"evidence": {"title": "Quyết định cử đoàn", "datedOn": "2025-08-01"}, "for": "c1"}""");
        await Do("/agreements/agr-two/miss-milestone", """{"milestone": "c1-m1", "assessedOn": "2025-12-02", "ground": "Đối tác hoãn"}""");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal Task Enter(string id, string title, string more) => Do($"/agreements/{id}/register-legacy", $$"""
        {"kind": "mou", "title": {"vi": "{{title}}"}, "office": "Sở Ngoại vụ Sơn La", "state": "Signed", "signedOn": "2025-03-01",
         "parties": [{"name": "Sơn La", "type": "province", "country": "VN", "city": "vn-son-la"}, {"name": "Luang Prabang", "type": "province", "country": "LA", "city": "la-luang-prabang"}],
         "source": {"title": "Danh sách"}{{more}} }
        """);

    private async Task Do(string path, string body)
    {
        var answer = await Api.Post("/api/v1" + path, body);
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }
}
