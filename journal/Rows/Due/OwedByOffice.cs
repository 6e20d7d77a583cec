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
            var office = book.Offices.Find(written) is { } known ? book.Offices.Heir(known).Name.Vi : written;
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

    private static OldestOwed? Older(OldestOwed? one, OldestOwed? other) => one is null || other?.Due < one.Due ? other ?? one : one;
}
