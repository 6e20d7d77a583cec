using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class Feeds : StoreSuite
{
    [Fact]
    public async Task All_events_come_in_the_order_they_were_committed()
    {
        for (var i = 0; i < 5; i++) await Append($"agr-{i}", Legacy(), Progress(i));
        Assert.Equal(Enumerable.Range(0, 5).SelectMany(i => new[] { $"agr-{i}", $"agr-{i}" }), (await AllEvents()).Select(recorded => recorded.Stream.Id));
    }

    [Fact]
    public async Task A_reader_that_goes_on_from_where_it_was_sees_every_event_once()
    {
        const int streams = 60, each = 10;
        var writing = Task.WhenAll(Enumerable.Range(0, streams).Select(async i =>
        {
            await Append($"agr-{i}", Legacy());
            for (var n = 1; n < each; n++) await Append($"agr-{i}", Progress(n));
        }));

        var seen = new List<RecordedEvent>();
        while (seen.Count < streams * each && (!writing.IsFaulted || !writing.IsCompleted))
        {
            var cursor = seen.Count == 0 ? FeedCursor.Start : FeedCursor.After(seen[^1]);
            seen.AddRange(await Journal.ReadAll(cursor).ToListAsync());
            await Task.Yield();
        }

        await writing;
        Assert.Equal(streams * each, seen.Select(recorded => (recorded.Stream, recorded.Version)).Distinct().Count());
        Assert.Equal(streams * each, seen.Count);
        foreach (var versions in seen.GroupBy(recorded => recorded.Stream, recorded => recorded.Version)) Assert.Equal(versions.Order(), versions);
        Assert.Empty(await Journal.ReadAll(FeedCursor.After(seen[^1])).ToListAsync());
    }

    [Fact]
    public async Task The_end_of_the_feed_is_after_its_last_event_and_before_the_next()
    {
        Assert.Equal(FeedCursor.Start, await Journal.ReadEnd());
        await Append("agr-1", Legacy(), Progress(1));
        var last = (await Shown(FeedCursor.Start, 2))[^1];
        var end = await Journal.ReadEnd();
        Assert.Equal(FeedCursor.After(last), end);
        await Append("agr-2", Legacy());
        Assert.Equal("agr-2", Assert.Single(await Shown(end, 1)).Stream.Id);
    }

    [Fact]
    public async Task Whoever_waits_for_the_next_commit_is_told_of_it_once_it_can_be_read()
    {
        for (var i = 0; i < 20; i++)
        {
            if (i > 0) await Shown(FeedCursor.Start, i); // on PostgreSQL, transactions of other databases may hold the feed back
            var next = Journal.NextCommit;
            Assert.Same(next, Journal.NextCommit);
            Assert.False(next.IsCompleted);
            var end = await Journal.ReadEnd();
            var appended = Append($"agr-{i}", Legacy());
            await next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Equal($"agr-{i}", Assert.Single(await Shown(end, 1)).Stream.Id);
            await appended;
        }
    }

    [Fact]
    public async Task A_long_stream_is_read_whole_and_from_any_version()
    {
        const int many = 1200;
        await Append("agr-1", [Legacy(), .. Enumerable.Range(1, many - 1).Select(i => Progress(i % 100))]);

        Assert.Equal(Enumerable.Range(1, many).Select(version => (long)version), (await EventsOf("agr-1")).Select(recorded => recorded.Version));
        var tail = await Journal.ReadStream(Agreement("agr-1"), after: many - 2).ToListAsync();
        Assert.Equal([many - 1, many], tail.Select(recorded => recorded.Version));
    }

    /// <summary>What comes after a place, once there is so much of it: where several nodes write, the feed waits for those that began before.</summary>
    private async Task<List<RecordedEvent>> Shown(FeedCursor after, int count)
    {
        while (true)
        {
            var shown = await Journal.ReadAll(after).ToListAsync();
            if (shown.Count >= count) return shown;
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
