using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;

namespace CityGrains.Journal.Rows.Due;

/// <summary>
/// Turns questions about due dates into questions about the days clocks started on: per rule, and per group of offices that go by the same terms.
/// </summary>
public static class DueRanges
{
    /// <summary>Clocks of a rule that are due from a day on and before another, null for any.</summary>
    public static ClockRange? Of(ClockRule rule, TermsGroup group, DateOnly? dueFrom, DateOnly? dueBefore)
    {
        var (first, last) = (rule.ValidFrom ?? DateOnly.MinValue, rule.ValidTo ?? DateOnly.MaxValue);
        if (dueFrom is { } from)
        {
            if (rule.FirstDue(from, group.Terms) is not { } start) return null;
            first = start;
        }

        if (dueBefore is { } before && rule.FirstDue(before, group.Terms) is { } end)
        {
            if (end == DateOnly.MinValue) return null;
            last = end.AddDays(-1);
        }

        return first > last ? null : group.Range(rule.Code, first, last);
    }

    /// <summary>The groups that a rule must be asked of.</summary>
    public static IEnumerable<TermsGroup> Groups(ClockRule rule, TermsBook terms, string? office) =>
        office is not null ? [terms.Only(office)] : terms.Groups(own => Differs(rule.Length, own));

    /// <summary>Running clocks that raise a flag on a day; see <see cref="Flag"/>.</summary>
    public static IEnumerable<ClockRange> Raising(FlagKind flag, DateOnly today, TermsBook terms)
    {
        var rules = terms.Almanac.Rules;
        return flag switch
        {
            FlagKind.NoPlan => Late(rules[ClockCodes.Plan]),
            FlagKind.Stalled => Late(rules[ClockCodes.Stalled]),
            FlagKind.Silent => Late(rules[ClockCodes.Silent]),
            FlagKind.Overdue => Late(rules.All.Where(rule => !rule.Watch && rule.Code != ClockCodes.Plan)),
            FlagKind.Expiring => from rule in rules[ClockCodes.Term]
                                 from window in terms.Groups(office => !office.Policies.IsEmpty)
                                 let days = window.Terms.On(today).Policy.ExpiringWithinDays
                                 let range = Of(rule, window, today, today.AddDays(days + 1))
                                 where range is not null
                                 select range,
            FlagKind.Mismatch => [new ClockRange(ClockCodes.Mismatch, PeriodRow.Day(DateOnly.MinValue), PeriodRow.Day(DateOnly.MaxValue))],
            _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "There is no such flag."),
        };

        IEnumerable<ClockRange> Late(IEnumerable<ClockRule> of) => Due(of, terms, office: null, dueFrom: null, dueBefore: today);
    }

    /// <summary>Clocks of what is owed, due before a day.</summary>
    public static IEnumerable<ClockRange> OwedBefore(DateOnly day, TermsBook terms) =>
        Due(terms.Almanac.Rules.All.Where(rule => !rule.Watch), terms, office: null, dueFrom: null, dueBefore: day);

    private static IEnumerable<ClockRange> Due(IEnumerable<ClockRule> rules, TermsBook terms, string? office, DateOnly? dueFrom, DateOnly? dueBefore) =>
        from rule in rules
        from window in Groups(rule, terms, office)
        let range = Of(rule, window, dueFrom, dueBefore)
        where range is not null
        select range;

    /// <summary>A date that is named depends on nothing an office sets.</summary>
    private static bool Differs(ClockLength length, Office own) =>
        length.On is null && ((length.Policy is not null && !own.Policies.IsEmpty) || (length.Unit is not ClockUnit.Plain && !own.Calendars.IsEmpty));
}
