using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Feed;

public sealed class FeedPages : IAsyncLifetime
{
    private readonly ApiServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Pages_hold_every_event_once_in_the_order_it_was_recorded()
    {
        for (var i = 0; i < 7; i++) await _server.Record($"agr-{i}", Recording.Archived(), Recording.Archived());

        var (ids, after) = (new List<string>(), "");
        while (await Page(after, limit: 3) is { Ids.Count: > 0 } page)
        {
            Assert.InRange(page.Ids.Count, 1, 3);
            ids.AddRange(page.Ids);
            after = page.Next;
        }

        Assert.Equal(Enumerable.Range(0, 7).SelectMany(i => new[] { $"agreement/agr-{i}@1", $"agreement/agr-{i}@2" }), ids);
        Assert.Equal(after, (await Page(after, limit: 3)).Next);

        await _server.Record("agr-7", Recording.Archived());
        Assert.Equal(["agreement/agr-7@1"], (await Page(after, limit: 3)).Ids);
    }

    [Fact]
    public async Task A_reader_goes_on_from_any_event_it_has_seen()
    {
        await _server.Record("agr-1", Recording.Archived(), Recording.Archived(), Recording.Archived());
        var second = (await _server.Admin.Get("/api/v1/feed")).Json.GetProperty("items")[1].GetProperty("cursor").GetString()!;
        Assert.Equal(["agreement/agr-1@3"], (await Page(second, limit: 10)).Ids);
    }

    [Fact]
    public async Task An_empty_record_has_an_empty_feed_that_can_be_followed()
    {
        var empty = await Page("", limit: 10);
        Assert.Empty(empty.Ids);
        await _server.Record("agr-1", Recording.Archived());
        Assert.Equal(["agreement/agr-1@1"], (await Page(empty.Next, limit: 10)).Ids);
    }

    [Fact]
    public async Task The_end_is_where_the_next_event_will_be()
    {
        await _server.Record("agr-1", Recording.Archived());
        var end = await Page("end", limit: 10);
        Assert.Empty(end.Ids);
        await _server.Record("agr-2", Recording.Archived());
        Assert.Equal(["agreement/agr-2@1"], (await Page(end.Next, limit: 10)).Ids);
    }

    [Theory]
    [InlineData("after=x", "after")]
    [InlineData("after=1", "after")]
    [InlineData("after=-1-2", "after")]
    [InlineData("after=0-99999999999999999999", "after")]
    [InlineData("after=0-1000000", "after")] // beyond the end: whoever waited there would hear nothing
    [InlineData("after=7-0", "after")] // of a store on PostgreSQL
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("from=0-1", "from")]
    public async Task A_wrong_parameter_is_named(string query, string field) =>
        Assert.Equal([field], (await _server.Admin.Get($"/api/v1/feed?{query}")).Expect(HttpStatusCode.BadRequest).Fields);

    [Fact]
    public async Task Whoever_reads_all_reads_the_feed_and_nobody_else()
    {
        foreach (var role in Role.All)
        {
            using var reader = await _server.Key($"reads-{role}", role);
            (await reader.Get("/api/v1/feed")).Expect(HttpStatusCode.OK);
        }

        using var nobody = _server.With(key: null);
        (await nobody.Get("/api/v1/feed")).Expect(HttpStatusCode.Unauthorized);
        (await nobody.Get("/api/v1/feed/stream")).Expect(HttpStatusCode.Unauthorized);
        using var roleless = await _server.Key("no-role", "visitor");
        (await roleless.Get("/api/v1/feed")).Expect(HttpStatusCode.Forbidden);
        (await roleless.Get("/api/v1/feed/stream")).Expect(HttpStatusCode.Forbidden);
    }

    private async Task<(List<string> Ids, string Next)> Page(string after, int limit)
    {
        var page = (await _server.Admin.Get($"/api/v1/feed?after={after}&limit={limit}")).Expect(HttpStatusCode.OK).Json;
        return ([.. page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)], page.GetProperty("next").GetString()!);
    }
}
