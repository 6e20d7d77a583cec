using System.Globalization;
using System.Text.Json;
using CityGrains.Domain.Clocks;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows.Due;

/// <summary>Deadlines in the order they are due: one ordered walk along the clocks of each rule and group of offices, merged.</summary>
public sealed class Deadlines(IRows rows, KnownTerms terms, NetworkReports reports)
{
    /// <summary>A page of deadlines, after a place.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<DueClock>> Page(DueFilter filter, DuePlace? after, int limit, CancellationToken cancel = default)
    {
        var book = await terms.Read(cancel);
        var found = filter.Record is { } record ? await Of(record, filter, book, cancel)
            : [.. await Stored(filter, book, after, limit, cancel), .. Yearly.Of(filter, book), .. await reports.Of(filter, book, cancel)];
        return [.. found.Where(due => after is null || DuePlace.Compare(due.Place, after) > 0).Order(Comparer<DueClock>.Create((one, other) => DuePlace.Compare(one.Place, other.Place))).Take(limit)];
    }

    /// <summary>How many there are on all pages.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async Task<long> Count(DueFilter filter, CancellationToken cancel = default)
    {
        var book = await terms.Read(cancel);
        if (filter.Record is { } record) return (await Of(record, filter, book, cancel)).Count;
        return await rows.CountClocks([.. Walks(filter, book, after: null).Select(walk => walk.Walk)], cancel) + Yearly.Of(filter, book)
            .Count() + (await reports.Of(filter, book, cancel)).Count;
    }

    private async Task<IEnumerable<DueClock>> Stored(DueFilter filter, TermsBook book, DuePlace? after, int limit, CancellationToken cancel)
    {
        var walks = Walks(filter, book, after).ToList();
        var listed = await rows.Clocks([.. walks.Select(walk => walk.Walk)], limit, cancel);
        return listed.Select(clock => Due(clock, book)).OfType<DueClock>();
    }

    private async Task<IReadOnlyList<DueClock>> Of(StreamId record, DueFilter filter, TermsBook book, CancellationToken cancel)
    {
        if (await rows.Find(record, cancel) is not { } row) return [];
        var (title, clocks) = Clocks(record.Kind, row.Body);
        var codes = filter.Rules(book.Almanac.Rules).Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. clocks.Where(clock => codes.Contains(clock.Clock) && (filter.Ended || clock.Runs) && (filter.Office is null || book.Offices.ActsFor(filter.Office, clock.Office)))
                .Select(clock => Due(new ListedClock(record, 0, clock, title), book)).OfType<DueClock>()
                .Where(due => !(due.Due < filter.DueFrom) && !(due.Due >= filter.DueBefore)),
            .. await reports.Of(filter, book, cancel),
        ];
    }

    private static (string Title, IReadOnlyList<ClockRow> Clocks) Clocks(StreamKind kind, byte[] body)
    {
        switch (kind)
        {
            case StreamKind.Agreement:
                var agreement = JsonSerializer.Deserialize(body, JournalJson.Default.Agreement)!;
                return (agreement.Title.Vi, ClockRow.Of(agreement));
            case StreamKind.City:
                var city = JsonSerializer.Deserialize(body, JournalJson.Default.City)!;
                return (city.Name, ClockRow.Of(city));
            case StreamKind.Activity:
                var activity = JsonSerializer.Deserialize(body, JournalJson.Default.Activity)!;
                return (activity.Title, ClockRow.Of(activity));
            default:
                return ("", []);
        }
    }

    internal static DueClock? Due(ListedClock listed, TermsBook book)
    {
        var trigger = DateOnly.ParseExact(listed.Clock.Trigger, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return book.Almanac.Rules.For(listed.Clock.Clock, trigger) is { } rule ? new DueClock(listed, rule, rule.Due(trigger, book.Of(listed.Clock.Office)))
            : null;
    }

    private static IEnumerable<(ClockRule Rule, ClockWalk Walk)> Walks(DueFilter filter, TermsBook book, DuePlace? after) =>
        from rule in filter.Rules(book.Almanac.Rules)
        from window in DueRanges.Groups(rule, book, filter.Office)
        let range = DueRanges.Of(rule, window, filter.DueFrom, filter.DueBefore)
        where range is not null
        let start = Start(rule, window, range, after)
        where start is not null
        from running in filter.Ended ? [true, false] : (bool[])[true]
        select (rule, start with { Running = running });

    /// <summary>Where a walk goes on: what is due on the same day comes by kind, then by place.</summary>
    private static ClockWalk? Start(ClockRule rule, TermsGroup window, ClockRange range, DuePlace? after)
    {
        if (after is null) return new ClockWalk(range, Running: true, After: null);
        var kind = string.CompareOrdinal(rule.Code, after.Code);
        var first = rule.FirstDue(after.Due, window.Terms);
        var next = after.Due == DateOnly.MaxValue ? null : rule.FirstDue(after.Due.AddDays(1), window.Terms);
        var isInside = kind == 0 && first is { } from && !(string.CompareOrdinal(after.Clock.Trigger, PeriodRow.Day(from)) < 0)
            && (next is not { } beyond || string.CompareOrdinal(after.Clock.Trigger, PeriodRow.Day(beyond)) < 0);
        if (isInside) return new ClockWalk(range, Running: true, after.Clock);

        var isBehind = kind < 0 || (kind == 0 && next is { } late && string.CompareOrdinal(after.Clock.Trigger, PeriodRow.Day(late)) >= 0);
        return (isBehind ? next : first) is not { } start ? null
            : new ClockWalk(range with { From = string.CompareOrdinal(range.From, PeriodRow.Day(start)) < 0 ? PeriodRow.Day(start) : range.From },
                Running: true, After: null);
    }
}
