using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Api.Tests.Webhooks;
using CityGrains.Tests;

namespace CityGrains.Api.Tests;

/// <summary>The machine's clock jumps back by a year while the program runs. A store joins by a class that names its database.</summary>
public abstract class ClockSetBack : IAsyncLifetime
{
    private const string City = """{"name": "Sơn La", "country": "VN"}""";
    private ApiServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebhookServer.Start(database: await Database());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> Database();

    [Fact]
    public async Task Commands_go_on_in_order_and_no_later_event_looks_earlier()
    {
        var first = (await _server.Admin.Post("/api/v1/cities", City, ("Idempotency-Key", "first"))).Expect(HttpStatusCode.Created);
        JumpBack();
        (await _server.Admin.Post("/api/v1/cities/vn-son-la/rename", """{"name": "Chiềng Lề"}""")).Expect(HttpStatusCode.OK);
        (await _server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created);

        Assert.Equal(first.Text, (await _server.Admin.Post("/api/v1/cities", City, ("Idempotency-Key", "first"))).Expect(HttpStatusCode.Created).Text);
        var history = (await _server.Admin.Get("/api/v1/cities/vn-son-la/history")).Json.GetProperty("items");
        Assert.Equal(history[0].GetProperty("recordedAt").GetString(), history[1].GetProperty("recordedAt").GetString());
        var feed = (await _server.Admin.Get("/api/v1/feed")).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());
        Assert.Equal(["city/vn-son-la@1", "city/vn-son-la@2", "agreement/agr-2025-000001@1"], feed);
        Assert.True((await _server.Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_key_that_was_revoked_meanwhile_is_not_believed_until_the_clock_is_there_again()
    {
        var (key, made) = (ApiKey.Create(), _server.Clock.GetUtcNow().AddYears(-2));
        await _server.Store.Keys.Save(new("leader", ApiKey.Hash(key), [Role.Leader], "x", made));
        using var caller = _server.With(key);
        (await caller.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
        await _server.Store.Keys.Save(new("leader", ApiKey.Hash(key), [Role.Leader], "x", made) { RevokedAt = made });

        JumpBack();

        (await caller.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_webhook_does_not_wait_for_the_clock_to_be_there_again()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answers(HttpStatusCode.InternalServerError);
        await _server.Register("wiki", receiver.Url);
        (await _server.Admin.Post("/api/v1/cities", City)).Expect(HttpStatusCode.Created);
        await _server.Noted("wiki", attempts: 1);

        JumpBack();

        await _server.Noted("wiki", attempts: 2);
    }

    private void JumpBack() => _server.Clock.Set(_server.Clock.GetUtcNow().AddYears(-1));
}

public sealed class ClockSetBackOnSqlite : ClockSetBack
{
    protected override Task<string?> Database() => Task.FromResult<string?>(null);
}

public sealed class ClockSetBackOnPostgres(PostgresCluster cluster) : ClockSetBack
{
    protected override async Task<string?> Database() => await cluster.NewDatabase();
}
