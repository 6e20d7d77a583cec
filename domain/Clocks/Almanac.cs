using System.Collections.Immutable;

namespace CityGrains.Domain.Clocks;

/// <summary>What is shipped of the law: the rules of its clocks, and the days off year by year.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Years">The years of the calendar, each from the day its days off were known; of one year, later versions follow earlier ones.</param>
public sealed record Almanac(ClockRules Rules, ImmutableArray<InForce<CalendarYear>> Years)
{
    /// <summary>Tells one content from another.</summary>
    public string Stamp { get; } = string.Join('\n', [
        .. Rules.All.Select(rule => $"{rule with { EndedBy = [] }} {string.Join(' ', rule.EndedBy)}"),
        .. Years.Select(year => $"{year.From:o} {year.Value.Year} {string.Join(' ', year.Value.DaysOff.Select(off => off.Day.DayNumber))} / {string.Join(' ', year.Value.WorkedDays.Select(day => day.DayNumber))}"),
    ]);

    /// <summary>Reads the two files.</summary>
    /// <exception cref="FormatException">A file is wrong; the message says where, in both languages.</exception>
    public static Almanac Parse(Stream rules, Stream calendar) => new(AlmanacFiles.ReadRules(rules), [.. AlmanacFiles.ReadYears(calendar)]);

    /// <summary>The terms of an office that set none of its own.</summary>
    public OfficeTerms Usual { get; } = OfficeTerms.Of(Years, [], []);

    /// <summary>The terms of an office with what it set; see <see cref="OfficeTerms.Of"/>.</summary>
    public OfficeTerms TermsOf(IReadOnlyList<InForce<CalendarYear>> replaced, IReadOnlyList<InForce<OfficePolicy>> policies) =>
        replaced.Count == 0 && policies.Count == 0 ? Usual : OfficeTerms.Of(Years, replaced, policies);
}
