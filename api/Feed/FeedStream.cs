using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Queries;
using CityGrains.Journal;

namespace CityGrains.Api.Feed;

/// <summary>Answers <c>GET /api/v1/feed/stream</c>: what is recorded, as it is recorded, to each reader at its own pace and from where it was.</summary>
public sealed partial class FeedStream(
    IJournal journal, FeedOptions options, Presence presence, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<FeedStream> log)
{
    private const string LastEventId = "Last-Event-ID";
    private const int RetryAfter = 2000;

    /// <summary>A long history is sent in so many events between two looks at whether its reader is still signed in.</summary>
    private const int LookEvery = 500;

    private int _readers;

    /// <summary>Serves one reader until it goes, its key ends, it is too slow, or the program stops.</summary>
    public async Task<IResult> Serve(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var after = await Cursor(http, query);
        if (query.End() is { } problem) return problem;
        if (Interlocked.Increment(ref _readers) > options.MostReaders)
        {
            Interlocked.Decrement(ref _readers);
            return FeedProblems.TooManyReaders;
        }

        Telemetry.FeedReaders.Add(1);
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            await Serve(http, after, stop.Token);
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
            Telemetry.FeedReaders.Add(-1);
        }

        return Results.Empty;
    }

    /// <summary>A reader that comes back says so in a header, which goes before the address it was first given.</summary>
    private ValueTask<FeedCursor> Cursor(HttpContext http, QueryReader query)
    {
        var after = query.Value(FeedReading.After);
        return http.Request.Headers[LastEventId] is [{ Length: > 0 } last]
            ? FeedReading.Cursor(query.Faults, LastEventId, last, journal, http.RequestAborted)
            : FeedReading.Cursor(query.Faults, FeedReading.After, after, journal, http.RequestAborted);
    }

    private async Task Serve(HttpContext http, FeedCursor after, CancellationToken stop)
    {
        http.Response.ContentType = EventStreamWriter.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var writer = new EventStreamWriter(http.Response.BodyWriter, options.Source, options.Patience, time);
        try
        {
            writer.Retry(RetryAfter);
            await writer.Flush(stop);
            await Follow(http, writer, after, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader has gone, or the program stops: there is nobody to tell.
        }
        catch (SlowReaderException)
        {
            Dropped(log, http.Connection.Id);
            Telemetry.FeedReadersDropped.Add(1);
            http.Abort();
        }
    }

    private async Task Follow(HttpContext http, EventStreamWriter writer, FeedCursor after, CancellationToken stop)
    {
        var since = time.GetUtcNow();
        while (true)
        {
            var more = journal.NextCommit; // asked for first: who ends a key or a session leaves an entry in the record, which wakes this
            if (await Send(http, writer, after, since, stop) is not { } sent) return;
            after = sent;
            await Task.Delay(options.Breath, time, stop);
            await more.WaitAsync(options.Poll, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.ThrowIfCancellationRequested();
            if (time.GetElapsedTime(writer.LastSent) >= options.Heartbeat) await writer.Beat(stop);
        }
    }

    /// <summary>
    /// Sends what there is, to whoever is signed in still; null once the reader is not. A store that cannot be read at the moment is asked again later;
    /// meanwhile the reader hears heartbeats.
    /// </summary>
    /// <param name="http">The reader's request.</param>
    /// <param name="writer">Writes to the reader.</param>
    /// <param name="after">What it has.</param>
    /// <param name="since">When it came: what was recorded before is history, and says nothing of how far the feed is behind.</param>
    /// <param name="stop">Stops it.</param>
    private async Task<FeedCursor?> Send(HttpContext http, EventStreamWriter writer, FeedCursor after, DateTimeOffset since, CancellationToken stop)
    {
        DateTimeOffset? oldest = null;
        try
        {
            if (!await presence.IsStillSignedIn(http, stop)) return null;
            var sent = 0;
            await foreach (var recorded in journal.ReadAll(after, stop))
            {
                if (++sent % LookEvery == 0 && !await presence.IsStillSignedIn(http, stop)) return null;
                if (recorded.Stream.Kind is not StreamKind.Access) await writer.Event(recorded, stop);
                after = FeedCursor.After(recorded);
                oldest ??= RecordedEvent.Instant(recorded.RecordedAt);
            }
        }
        catch (JournalUnavailableException trouble)
        {
            Unavailable(log, trouble.Message);
        }

        await writer.Flush(stop);
        if (oldest >= since) Telemetry.FeedLag.Record(Math.Max(0, (time.GetUtcNow() - oldest.Value).TotalSeconds), new KeyValuePair<string, object?>("reader", "stream"));
        return after;
    }

    [LoggerMessage(LogLevel.Information, "The reader of the feed on connection {Connection} took nothing for too long and was let go")]
    private static partial void Dropped(ILogger log, string connection);

    [LoggerMessage(LogLevel.Warning, "The feed waits for the store: {Reason}")]
    private static partial void Unavailable(ILogger log, string reason);
}
