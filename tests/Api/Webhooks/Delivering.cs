using System.Net;
using System.Security.Cryptography;
using System.Text;
using CityGrains.Api.Tests.Feed;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Tests;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace CityGrains.Api.Tests.Webhooks;

/// <summary>Receivers are told of what is recorded: signed, in order, at least once. A store joins by a class that names its database.</summary>
public abstract class Delivering : IAsyncLifetime
{
    private ApiServer _server = null!;
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.Start();
        _server = await WebhookServer.Start(database: await Database());
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> Database();

    [Fact]
    public async Task A_receiver_is_told_of_every_event_in_order_exactly_as_the_feed_gives_it_and_signed()
    {
        await _server.Record("agr-1", Recording.Archived("Kho lưu trữ tỉnh"), Recording.Archived());
        var secret = await _server.Register("wiki", _receiver.Url);
        await _server.Record("agr-2", Recording.Archived());
        await _receiver.Told(times: 3);

        var feed = (await _server.Admin.Get("/api/v1/feed")).Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText());
        Assert.Equal(feed, _receiver.All.Select(received => received.Text));
        Assert.Equal(["agreement/agr-1@1", "agreement/agr-1@2", "agreement/agr-2@1"], _receiver.All.Select(received => received.Id));
        Assert.All(_receiver.All, received =>
        {
            Assert.Equal(Signature(secret, received), received.Signature);
            Assert.Equal(_server.Clock.GetUtcNow().ToUnixTimeSeconds(), received.Timestamp);
            Assert.Equal("application/cloudevents+json; charset=utf-8", received.ContentType);
        });
    }

    [Fact]
    public async Task What_fails_is_tried_again_after_a_pause_and_nothing_overtakes_it()
    {
        _receiver.Answers(HttpStatusCode.InternalServerError);
        var secret = await _server.Register("wiki", _receiver.Url);
        await _server.Record("agr-1", Recording.Archived(), Recording.Archived());
        await _server.Noted("wiki", attempts: 1);
        _server.LetTimePass();
        await _server.Noted("wiki", attempts: 2);
        _receiver.Answers(HttpStatusCode.NoContent);
        _server.LetTimePass();
        await _server.Noted("wiki", attempts: 4);

        Assert.Equal(
            [("agreement/agr-1@1", 1, "rejected"), ("agreement/agr-1@1", 2, "rejected"), ("agreement/agr-1@1", 3, "delivered"),
                ("agreement/agr-1@2", 1, "delivered")],
            await _server.Attempts("wiki"));
        Assert.Equal(4, _receiver.All.Count);
        Assert.Equal(4 * 3600, _receiver.All[2].Timestamp - _receiver.All[0].Timestamp);
        Assert.All(_receiver.All, received => Assert.Equal(Signature(secret, received), received.Signature));
        Assert.Empty(await _server.DeadLetters("wiki"));
    }

    [Fact]
    public async Task What_fails_too_often_is_a_dead_letter_the_next_has_its_turn_and_it_can_be_delivered_after_all()
    {
        _receiver.Answer = (received, http) =>
        {
            if (received.Event == "agreement/agr-1@1") http.Response.StatusCode = 422;
            return Task.CompletedTask;
        };
        await _server.Register("wiki", _receiver.Url);
        await _server.Record("agr-1", Recording.Archived(), Recording.Archived());
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await _server.Noted("wiki", attempt);
            _server.LetTimePass();
        }

        await _receiver.Told(times: 4);
        var letter = Assert.Single(await _server.DeadLetters("wiki"));
        Assert.Equal("agreement/agr-1@1", letter.Event);

        await _server.Admin.Post($"/api/v1/webhooks/wiki/dead-letters/{letter.Number}/redeliver", "");
        await _server.Noted("wiki", attempts: 5);
        Assert.Equal(letter, Assert.Single(await _server.DeadLetters("wiki")));

        _receiver.Answers(HttpStatusCode.OK);
        Assert.Equal(1, (await _server.Admin.Post("/api/v1/webhooks/wiki/dead-letters/redeliver", "")).Expect(HttpStatusCode.OK).Json.GetProperty("requested").GetInt32());
        await WebhookServer.Eventually(async () => (await _server.DeadLetters("wiki")).Count == 0);
        await _server.Noted("wiki", attempts: 6);
        Assert.Equal(("agreement/agr-1@1", 5, "delivered"), (await _server.Attempts("wiki"))[^1]);
    }

    [Fact]
    public async Task A_restart_in_between_repeats_at_most_and_skips_nothing()
    {
        await _server.Register("wiki", _receiver.Url);
        var recorded = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 30; i++)
            {
                await _server.Record($"agr-{round}-{i}", Recording.Archived());
                recorded.Add($"agreement/agr-{round}-{i}@1");
            }

            await _receiver.Told((round * 30) + 5);
            await _server.Restart();
        }

        await WebhookServer.Eventually(() => Task.FromResult(_receiver.Events.Count == recorded.Count));
        Assert.Equal(recorded, _receiver.Events);
    }

    [Fact]
    public async Task How_often_and_when_it_is_tried_again_survives_a_restart()
    {
        _receiver.Answers(HttpStatusCode.BadGateway);
        await _server.Register("wiki", _receiver.Url);
        await _server.Record("agr-1", Recording.Archived());
        await _server.Noted("wiki", attempts: 1);
        await _server.Restart();
        _server.LetTimePass();
        await _server.Noted("wiki", attempts: 2);
        Assert.Equal([("agreement/agr-1@1", 1, "rejected"), ("agreement/agr-1@1", 2, "rejected")], await _server.Attempts("wiki"));
    }

    [Fact]
    public async Task One_that_was_deleted_and_registered_again_begins_anew()
    {
        await _server.Record("agr-1", Recording.Archived());
        await _server.Register("wiki", _receiver.Url);
        await _server.Noted("wiki", attempts: 1);
        (await _server.Admin.Send(HttpMethod.Delete, "/api/v1/webhooks/wiki", content: null)).Expect(HttpStatusCode.OK);
        _server.LetTimePass();
        var second = await _server.Register("wiki", _receiver.Url);
        await _receiver.Told(times: 2);

        Assert.Equal(["agreement/agr-1@1", "agreement/agr-1@1"], _receiver.All.Select(received => received.Id));
        Assert.Equal(Signature(second, _receiver.All[1]), _receiver.All[1].Signature);
    }

    /// <summary>As a receiver computes it, from nothing but the secret it was given.</summary>
    private static string Signature(string secret, Received received) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(
            Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes(FormattableString.Invariant($"{received.Id}.{received.Timestamp}.{received.Text}"))));
}

public sealed class DeliveringOnSqlite : Delivering
{
    protected override Task<string?> Database() => Task.FromResult<string?>(null);
}

public sealed class DeliveringOnPostgres(PostgresCluster cluster) : Delivering
{
    protected override async Task<string?> Database() => await cluster.NewDatabase();
}
