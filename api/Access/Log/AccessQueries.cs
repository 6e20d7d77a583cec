using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Domain.Access;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Access;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Access.Log;

/// <summary>
/// Reads the access log from the record itself: what commands recorded bears its actor, the rest was noted beside it. Both are told in one order, the newest
/// first.
/// </summary>
public sealed class AccessQueries(IAccessReading record, AccessLog log)
{
    /// <summary>The kind of entry that is an event of the record.</summary>
    private const string Write = "write";

    private const int UsualPage = 100;

    /// <summary>What sorts of entries there are.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = [Write, .. Enum.GetValues<AccessKind>().Select(KindOf)];

    /// <summary>Answers <c>GET /api/v1/access-log</c>.</summary>
    public async Task<IResult> Read(HttpContext http)
    {
        var page = await Page(http.Request.Query, http.RequestAborted);
        if (page.Problem is { } problem) return problem;
        http.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.Of(page.Value, AccessJson.Default.AccessPage);
    }

    /// <summary>The same, before it is written.</summary>
    public async Task<Reading<AccessPage>> Page(IQueryCollection asked, CancellationToken cancel)
    {
        var query = new QueryReader(asked);
        FeedCursor? before = null;
        if (query.Value("after") is { } text)
            query.Faults.Must((before = FeedCursor.TryParse(text, out var place) ? place : null) is not null, "after", "phải là next của trang trước",
                "must be the next of the page before");
        var (kind, actor, office, day, limit) = (query.Value("kind"), query.Value("actor"), query.Value("office"), query.Value("day"), query.Limit(UsualPage));
        query.Faults.Must(kind is null || Kinds.Contains(kind, StringComparer.Ordinal), "kind", $"phải là một trong: {string.Join(", ", Kinds)}",
            $"must be one of: {string.Join(", ", Kinds)}");
        var on = DateOnly.MinValue;
        query.Faults.Must(day is null || QueryReader.TryDay(day, out on), "day", "phải là một ngày, như 2026-03-15", "must be a day, as 2026-03-15");
        if (query.End() is { } problem) return problem;

        await log.Settle();
        var stretch = await record.Read(
            new AccessQuestion(limit)
            {
                Before = before, Written = kind is null or Write, Noted = kind is not Write, Kind = kind is null or Write ? null
                    : NoteOf(kind), Actor = actor, Office = office, Day = day is null ? null
                    : on,
            },
            cancel);
        var (items, next) = (new List<AccessView>(), stretch.Next);
        foreach (var recorded in stretch.Events)
        {
            items.AddRange(Of(recorded).Reverse().Where(view => (kind is null || view.Kind == kind) && (actor is null || view.Actor == actor)
                && (office is null || view.Office == office)
                && (day is null || VietnamTime.DayOf(view.At) == on)));
            if (items.Count < limit) continue;
            next = recorded == stretch.Events[^1] ? next : FeedCursor.After(recorded);
            break;
        }

        return new AccessPage(items, next?.ToString());
    }

    private static IEnumerable<AccessView> Of(RecordedEvent recorded)
    {
        var stream = recorded.Stream.ToString();
        if (recorded.Stream.Kind is not StreamKind.Access)
        {
            var meta = JsonSerializer.Deserialize(recorded.Meta, JournalJson.Default.EventMeta)!;
            return [new AccessView(Write, RecordedEvent.Instant(recorded.RecordedAt), recorded.Type, stream, recorded.Version)
                { Actor = meta.Actor, Office = meta.Office, CorrelationId = meta.CorrelationId }];
        }

        return JsonSerializer.Deserialize(recorded.Data, JournalJson.Default.AccessNoted)!.Entries.Select(
            entry => new AccessView(KindOf(entry.Kind), entry.At, entry.What, stream, recorded.Version)
        {
            Path = entry.Path, Actor = entry.Actor, Office = entry.Office, Address = entry.Address, Status = entry.Status, Times = entry.Times == 1 ? null
                : entry.Times, CorrelationId = entry.CorrelationId,
        });
    }

    private static AccessKind NoteOf(string kind) => Enum.GetValues<AccessKind>().Single(known => KindOf(known) == kind);

    private static string KindOf(AccessKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
