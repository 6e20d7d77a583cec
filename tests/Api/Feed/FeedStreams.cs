using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Feed;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Api.Tests.SignIn;
using CityGrains.Journal.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CityGrains.Api.Tests.Feed;

public sealed class FeedStreams
{
    private static readonly FeedOptions Quiet = new() { Heartbeat = TimeSpan.FromHours(1), Poll = TimeSpan.FromHours(1), Patience = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task A_reader_gets_what_was_recorded_and_then_what_is_as_it_is()
    {
        await using var server = await Serve(Quiet);
        await server.Record("agr-1", Recording.Archived(), Recording.Archived());
        await using var reader = await Follow(server);
        Assert.Equal("text/event-stream", reader.Headers.ContentType!.MediaType);
        Assert.Equal(["agreement/agr-1@1", "agreement/agr-1@2"], Ids(await reader.Next(2)));

        for (var i = 2; i < 40; i++)
        {
            await server.Record($"agr-{i}", Recording.Archived());
            Assert.Equal([$"agreement/agr-{i}@1"], Ids(await reader.Next(1)));
        }
    }

    [Fact]
    public async Task A_reader_that_comes_back_misses_nothing_and_gets_nothing_twice()
    {
        await using var server = await Serve(Quiet);
        for (var i = 0; i < 5; i++) await server.Record($"agr-{i}", Recording.Archived());
        string last;
        await using (var reader = await Follow(server))
        {
            var seen = await reader.Next(3);
            last = reader.Parser.LastEventId;
            Assert.Equal(seen[^1].GetProperty("cursor").GetString(), last);
            Assert.Equal(2000, reader.Parser.ReconnectionInterval.TotalMilliseconds);
        }

        await server.Record("agr-5", Recording.Archived());
        await using var again = await EventStreamReader.Open(server.Url, server.AdminKey, "?after=0-0", last);
        Assert.Equal(["agreement/agr-3@1", "agreement/agr-4@1", "agreement/agr-5@1"], Ids(await again.Next(3)));
    }

    [Fact]
    public async Task A_reader_may_begin_at_the_end()
    {
        await using var server = await Serve(Quiet);
        await server.Record("agr-1", Recording.Archived());
        await using var reader = await Follow(server, "?after=end");
        await server.Record("agr-2", Recording.Archived());
        Assert.Equal(["agreement/agr-2@1"], Ids(await reader.Next(1)));
    }

    [Fact]
    public async Task Many_readers_each_get_everything_in_order_while_many_write()
    {
        await using var server = await Serve(Quiet);
        const int streams = 40, each = 5, readers = 8;
        var reading = Enumerable.Range(0, readers).Select(async _ =>
        {
            await using var reader = await Follow(server);
            return Ids(await reader.Next(streams * each));
        }).ToList();
        await Task.WhenAll(Enumerable.Range(0, streams).Select(async i =>
        {
            for (var n = 0; n < each; n++) await server.Record($"agr-{i}", Recording.Archived());
        }));

        var seen = await Task.WhenAll(reading);
        var all = (await server.Admin.Get("/api/v1/feed?limit=500")).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(streams * each, all.Count);
        Assert.All(seen, ids => Assert.Equal(Ids(all), ids));
    }

    [Fact]
    public async Task What_another_node_records_is_found_by_looking_now_and_then()
    {
        await using var server = await Serve(Quiet with { Poll = TimeSpan.FromMilliseconds(20) });
        await using var reader = await Follow(server);
        await using var other = await SqliteStore.Open(Path.Combine(server.Folder, "citygrains.db"));
        await other.Record("agr-1", Recording.Archived());
        Assert.Equal(["agreement/agr-1@1"], Ids(await reader.Next(1)));
    }

    [Fact]
    public async Task A_reader_that_has_nothing_to_hear_hears_a_heartbeat()
    {
        await using var server = await Serve(Quiet with { Poll = TimeSpan.FromMilliseconds(10), Heartbeat = TimeSpan.FromMilliseconds(20) });
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", server.AdminKey);
        using var stream = new StreamReader(await client.GetStreamAsync(new Uri(server.Url, "/api/v1/feed/stream")));
        for (var beats = 0; beats < 3;)
        {
            if (await stream.ReadLineAsync(TestContext.Current.CancellationToken) == ":") beats++;
        }
    }

    [Fact]
    public async Task A_reader_whose_key_is_revoked_or_who_signed_out_everywhere_hears_no_more_though_events_go_on()
    {
        await using var server = await Serve(Quiet);
        using var key = await server.Key("reader", Role.Auditor);
        using var browser = new Browser(server.Url);
        (await browser.Submit("/sign-in", "/sign-in", ("key", server.ApproverKey))).Expect(HttpStatusCode.SeeOther);
        await using var reader = await EventStreamReader.Open(server.Url, key.Key!);
        await using var page = await EventStreamReader.Open(server.Url, key: null, cookies: string.Join("; ", browser.Cookies));
        await server.Record("agr-1", Recording.Archived());
        Assert.NotNull(await reader.Next());
        Assert.NotNull(await page.Next());

        (await server.Admin.Post("/api/v1/keys/reader/revoke", "")).Expect(HttpStatusCode.OK);
        await server.Record("agr-2", Recording.Archived());
        Assert.Null(await reader.Next());

        Assert.NotNull(await page.Next());
        (await browser.Submit("/sign-in", "/sign-out/everywhere")).Expect(HttpStatusCode.SeeOther);
        await server.Record("agr-3", Recording.Archived());
        Assert.Null(await page.Next());
    }

    [Fact]
    public async Task A_reader_whose_key_has_expired_hears_no_more()
    {
        await using var server = await Serve(Quiet);
        var key = ApiKey.Create();
        await server.Store.Keys.Save(new Journal.Keys.StoredKey("reader", ApiKey.Hash(key), [Role.Auditor], "Thanh tra", server.Clock.GetUtcNow()) { ExpiresAt = server.Clock.GetUtcNow().AddMinutes(1) });
        await using var reader = await EventStreamReader.Open(server.Url, key);
        await server.Record("agr-1", Recording.Archived());
        Assert.NotNull(await reader.Next());

        server.Clock.Set(server.Clock.GetUtcNow().AddMinutes(1));
        await server.Record("agr-2", Recording.Archived());
        Assert.Null(await reader.Next());
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_is_let_go_and_the_others_go_on()
    {
        await using var server = await Serve(Quiet with { Patience = TimeSpan.FromSeconds(5) });
        var dropped = Dropped(out var listener);
        using var _ = listener;
        await using var other = await Follow(server);

        using var slow = new TcpClient { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync(server.Url.Host, server.Url.Port);
        await slow.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"GET /api/v1/feed/stream HTTP/1.1\r\nHost: {server.Url.Authority}\r\nAuthorization: Bearer {server.AdminKey}\r\n\r\n"));
        var big = new string('x', 500_000);
        for (var i = 0; i < 40; i++)
        {
            await server.Record($"agr-{i}", Recording.Archived(big));
            Assert.Equal([$"agreement/agr-{i}@1"], Ids(await other.Next(1)));
        }

        await dropped.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.True(await Drain(slow) < 40L * big.Length);
        await server.Record("agr-40", Recording.Archived());
        Assert.Equal(["agreement/agr-40@1"], Ids(await other.Next(1)));
    }

    [Fact]
    public async Task A_server_that_stops_lets_its_readers_go()
    {
        var server = await Serve(Quiet);
        await using var reader = await Follow(server);
        await server.Record("agr-1", Recording.Archived());
        await reader.Next(1);

        var stopping = server.DisposeAsync().AsTask();
        Assert.Null(await reader.Next());
        await stopping.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task There_is_room_for_so_many_readers_and_no_more()
    {
        await using var server = await Serve(Quiet with { MostReaders = 1 });
        await using (await Follow(server))
        {
            var refused = (await server.Admin.Get("/api/v1/feed/stream")).Expect(HttpStatusCode.ServiceUnavailable);
            Assert.Equal("feed/too-many-readers", refused.Problem);
            Assert.Equal("30", refused.Headers["Retry-After"]);
        }

        while (true)
        {
            await using var next = await Follow(server);
            if (next.Code is HttpStatusCode.OK) break;
        }
    }

    [Theory]
    [InlineData("?after=x", null, "after")]
    [InlineData("", "x", "Last-Event-ID")]
    [InlineData("?after=0-1000000", null, "after")]
    [InlineData("", "7-0", "Last-Event-ID")]
    [InlineData("?limit=1", null, "limit")]
    public async Task A_place_the_feed_never_gave_is_named(string query, string? last, string field)
    {
        await using var server = await Serve(Quiet);
        var refused = await server.Admin.Get("/api/v1/feed/stream" + query, last is null ? [] : [("Last-Event-ID", last)]);
        Assert.Equal([field], refused.Expect(HttpStatusCode.BadRequest).Fields);
    }

    private static async Task<ApiServer> Serve(FeedOptions options)
    {
        var server = new ApiServer(services => services.AddSingleton(options));
        await server.InitializeAsync();
        return server;
    }

    private static Task<EventStreamReader> Follow(ApiServer server, string query = "") => EventStreamReader.Open(server.Url, server.AdminKey, query);

    private static List<string> Ids(IEnumerable<JsonElement> events) => [.. events.Select(one => one.GetProperty("id").GetString()!)];

    private static Task Dropped(out MeterListener listener)
    {
        var dropped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        listener = new MeterListener
        {
            InstrumentPublished = (instrument, hearing) =>
            {
                if (instrument.Name == "citygrains.feed.readers.dropped") hearing.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => dropped.TrySetResult());
        listener.Start();
        return dropped.Task;
    }

    /// <summary>What had been sent before the connection was closed.</summary>
    private static async Task<long> Drain(TcpClient client)
    {
        var (total, buffer) = (0L, new byte[1 << 16]);
        try
        {
            while (await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read) total += read;
        }
        catch (IOException)
        {
            // Let go by a reset: that, too, is an end.
        }

        return total;
    }
}
