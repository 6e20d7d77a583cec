using System.Globalization;
using CityGrains.Domain.Clocks;

namespace CityGrains.Journal.Rows.Due;

/// <summary>What each office owes, and since when.</summary>
/// <param name="Office">Its name: the registered one, of the office that does its work today; else as records name it.</param>
/// <param name="Overdue">Deadlines that have passed.</param>
/// <param name="NoPlan">Agreements signed that have had no plan for longer than the office allows.</param>
/// <param name="Silent">Live agreements of which nothing has been recorded for longer than it allows.</param>
/// <param name="Stalled">Agreements under whose plan nothing has been done for longer than it allows.</param>
/// <param name="Oldest">What has been owed longest; null when nothing is.</param>
public sealed record OfficeOwes(string Office, long Overdue, long NoPlan, long Silent, long Stalled, OldestOwed? Oldest);

/// <summary>Something that is late.</summary>
/// <param name="Record">The record it is owed of.</param>
/// <param name="Rule">What is owed.</param>
/// <param name="Due">The day it was due.</param>
public sealed record OldestOwed(StreamId Record, ClockRule Rule, DateOnly Due);

/// <summary>A deadline that has passed, or another clock that has run too long.</summary>
/// <param name="Flag">What it raises.</param>
/// <param name="Office">Whose it is, as <see cref="OfficeOwes.Office"/>.</param>
/// <param name="Clock">The clock.</param>
public sealed record LateClock(FlagKind Flag, string Office, DueClock Clock);

/// <summary>Counts what offices owe: from the running clocks that are late, office by office.</summary>
public sealed class OwedByOffice(IRows rows, KnownTerms terms, NetworkReports reports)
{
    private static readonly FlagKind[] Flags = [FlagKind.Overdue, FlagKind.NoPlan, FlagKind.Silent, FlagKind.Stalled];

    /// <summary>What is owed on a day, by the offices that owe something; most of all that is late first.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<OfficeOwes>> On(DateOnly today, CancellationToken cancel = default)
    {
        var book = await terms.Read(cancel);
        var owed = new Dictionary<string, OfficeOwes>(StringComparer.Ordinal);
        foreach (var flag in Flags)
        {
            foreach (var late in await rows.ClocksByOffice([.. DueRanges.Raising(flag, today, book)], cancel))
            {
                var trigger = DateOnly.ParseExact(late.Trigger, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                var rule = book.Almanac.Rules.For(late.Clock, trigger);
                Note(late.Office, flag, late.Count, rule is null ? null : new OldestOwed(late.Record, rule, rule.Due(trigger, book.Of(late.Office))));
            }
        }

        var before = new DueFilter { Today = today, DueBefore = today };
        foreach (var late in Yearly.Of(before, book).Concat(await reports.Of(before, book, cancel)))
            Note(late.Listed.Clock.Office, FlagKind.Overdue, 1, new OldestOwed(late.Listed.Stream, late.Rule, late.Due));
        return [.. owed.Values.OrderByDescending(one => one.Overdue + one.NoPlan).ThenBy(one => one.Office, StringComparer.Ordinal)];

        void Note(string written, FlagKind flag, long count, OldestOwed? oldest)
        {
            var office = Name(written, book);
            var so = owed.GetValueOrDefault(office, new OfficeOwes(office, 0, 0, 0, 0, null));
            owed[office] = flag switch
            {
                FlagKind.Overdue => so with { Overdue = so.Overdue + count, Oldest = Older(so.Oldest, oldest) },
                FlagKind.NoPlan => so with { NoPlan = so.NoPlan + count, Oldest = Older(so.Oldest, oldest) },
                FlagKind.Silent => so with { Silent = so.Silent + count },
                _ => so with { Stalled = so.Stalled + count },
            };
        }
    }

    /// <summary>What is late of these agreements on a day, clock by clock, the oldest first. What is owed of no agreement is left out.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<LateClock>> Of(IReadOnlySet<string> agreements, DateOnly today, CancellationToken cancel = default)
    {
        var book = await terms.Read(cancel);
        var late = new List<LateClock>();
        foreach (var flag in Flags)
        {
            var listed = await rows.Clocks(
                [.. DueRanges.Raising(flag, today, book).Select(range => new ClockWalk(range, Running: true, After: null))], int.MaxValue, cancel);
            late.AddRange(from clock in listed
                          where clock.Stream.Kind is StreamKind.Agreement && agreements.Contains(clock.Stream.Id)
                          let due = Deadlines.Due(clock, book)
                          where due is not null
                          select new LateClock(flag, Name(clock.Clock.Office, book), due));
        }

        return [.. late.Order(Comparer<LateClock>.Create((one, other) => DuePlace.Compare(one.Clock.Place, other.Clock.Place)))];
    }

    /// <summary>The same counted by office, those that owe most first.</summary>
    public static IReadOnlyList<OfficeOwes> Counted(IEnumerable<LateClock> late) =>
    [
        .. late.GroupBy(clock => clock.Office, StringComparer.Ordinal).Select(owed => Counted(owed.Key, [.. owed]))
            .OrderByDescending(one => one.Overdue + one.NoPlan).ThenBy(one => one.Office, StringComparer.Ordinal),
    ];

    private static OfficeOwes Counted(string office, IReadOnlyList<LateClock> late)
    {
        var oldest = late.FirstOrDefault(clock => clock.Flag is FlagKind.Overdue or FlagKind.NoPlan)?.Clock;
        return new OfficeOwes(office, Count(FlagKind.Overdue), Count(FlagKind.NoPlan), Count(FlagKind.Silent), Count(FlagKind.Stalled),
            oldest is null ? null : new OldestOwed(oldest.Listed.Stream, oldest.Rule, oldest.Due));

        long Count(FlagKind flag) => late.Count(clock => clock.Flag == flag);
    }

    private static string Name(string written, TermsBook book) => book.Offices.Find(written) is { } known ? book.Offices.Heir(known).Name.Vi : written;

    private static OldestOwed? Older(OldestOwed? one, OldestOwed? other) => one is null || other?.Due < one.Due ? other ?? one : one;
}
