using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>What the law, an office's policy or a promise says of one kind of clock, for those that start while it is valid.</summary>
/// <param name="Code">The kind of clock, one of <see cref="ClockCodes"/>.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Who">Who owes it; null: whoever the record names (an agency asked, the owner of a commitment, the responsible office).</param>
/// <param name="Length">How long.</param>
/// <param name="Basis">The article, the policy or the promise it rests on.</param>
/// <param name="ValidFrom">The first day a clock may start on to be ruled by it; null: since ever.</param>
/// <param name="ValidTo">The last such day; null: until another takes its place.</param>
/// <param name="EndedBy">The verbs that end the clock.</param>
/// <param name="Watch">True: an observation that a flag tells of, not something owed by a day.</param>
public sealed record ClockRule(
    string Code, Sentence What, Sentence? Who, ClockLength Length, Sentence Basis, DateOnly? ValidFrom, DateOnly? ValidTo, ImmutableArray<string> EndedBy, bool Watch)
{
    /// <summary>True when it rules clocks that start on that day.</summary>
    public bool Rules(DateOnly trigger) => !(trigger < ValidFrom) && !(trigger > ValidTo);

    /// <summary>
    /// The first day a clock ruled by it can start on to be due on a day or later; null when none is. Later triggers are never due earlier, so the days are
    /// halved until it is found.
    /// </summary>
    public DateOnly? FirstDue(DateOnly due, OfficeTerms terms)
    {
        var (first, last) = (ValidFrom ?? DateOnly.MinValue, ValidTo ?? DateOnly.MaxValue);
        if (Due(last, terms) < due) return null;
        while (first < last)
        {
            var middle = DateOnly.FromDayNumber(first.DayNumber + ((last.DayNumber - first.DayNumber) / 2));
            if (Due(middle, terms) < due) first = middle.AddDays(1);
            else last = middle;
        }

        return first;
    }

    /// <summary>
    /// When a clock that started on a day is due. Terms that change later change it, unless it was due before that day; and it is never due earlier than the
    /// day of the change, so that nothing becomes due in the past. A later trigger is never due earlier.
    /// </summary>
    public DateOnly Due(DateOnly trigger, OfficeTerms terms)
    {
        var due = Length.End(trigger, terms.History[0].Value);
        foreach (var later in terms.History.Skip(1))
        {
            if (due < later.From) break;
            var changed = Length.End(trigger, later.Value);
            due = changed < later.From ? later.From : changed;
        }

        return due;
    }
}
