using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Journal;
using CityGrains.Journal.Feed;

namespace CityGrains.Api.Feed;

/// <summary>A page of the feed: events in order, and where to go on, which at the end is where the next events will be.</summary>
internal sealed class FeedPage(IReadOnlyList<RecordedEvent> events, FeedCursor next, string source) : IResult
{
    private const int UsualPage = 100;

    /// <summary>Answers <c>GET /api/v1/feed</c>.</summary>
    public static async Task<IResult> Read(HttpContext http, IJournal journal, FeedOptions options)
    {
        var query = new QueryReader(http.Request.Query);
        var after = await FeedReading.Cursor(query.Faults, FeedReading.After, query.Value(FeedReading.After), journal, http.RequestAborted);
        var limit = query.Limit(UsualPage);
        if (query.End() is { } problem) return problem;

        var (events, next) = (new List<RecordedEvent>(), after);
        await foreach (var recorded in journal.ReadAll(after, http.RequestAborted))
        {
            next = FeedCursor.After(recorded);
            if (recorded.Stream.Kind is not StreamKind.Access) events.Add(recorded);
            if (events.Count == limit) break;
        }

        return new FeedPage(events, next, options.Source);
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        return JsonResponse.Write(httpContext.Response, this, static (writer, page) => page.Write(writer));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var recorded in events) CloudEvent.Write(writer, recorded, source);
        writer.WriteEndArray();
        writer.WriteString("next", next.ToString());
        writer.WriteEndObject();
    }
}
