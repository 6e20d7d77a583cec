using System.Collections.Immutable;

namespace CityGrains.Domain.Clocks;

/// <summary>What the clocks of an office go by, beside the rules.</summary>
/// <param name="Policy">What it expects of itself.</param>
/// <param name="Calendar">The days it works.</param>
public sealed record Terms(OfficePolicy Policy, WorkingCalendar Calendar);

/// <summary>What the clocks of an office went by, from when on.</summary>
/// <param name="History">At least one; the first holds since ever, the others from their day on, in order.</param>
public sealed record OfficeTerms(ImmutableArray<InForce<Terms>> History)
{
    /// <summary>Terms that never changed.</summary>
    public static OfficeTerms Always(Terms terms) => new([new InForce<Terms>(DateOnly.MinValue, terms)]);

    /// <summary>
    /// The terms of an office, each list in the order it was set, from the day it was set: what is shipped, the years of the calendar it replaced, and its
    /// policies. A year it replaced stays its own, whatever is shipped later; until it set a policy the usual one holds.
    /// </summary>
    public static OfficeTerms Of(
        IReadOnlyList<InForce<CalendarYear>> shipped, IReadOnlyList<InForce<CalendarYear>> replaced, IReadOnlyList<InForce<OfficePolicy>> policies)
    {
        var changes = shipped.Concat(replaced).Select(year => year.From).Concat(policies.Select(policy => policy.From));
        return new OfficeTerms(
            [.. changes.Append(DateOnly.MinValue).Distinct().Order().Select(day => new InForce<Terms>(day, new Terms(PolicyOn(day), CalendarOn(day))))]);

        OfficePolicy PolicyOn(DateOnly day) => policies.LastOrDefault(policy => policy.From <= day)?.Value ?? OfficePolicy.Usual;

        WorkingCalendar CalendarOn(DateOnly day) => WorkingCalendar.Of(
            shipped.Concat(replaced).Where(year => year.From <= day).GroupBy(year => year.Value.Year).Select(versions => versions.Last().Value));
    }

    /// <summary>The terms on a day.</summary>
    public Terms On(DateOnly day) => History.On(day);
}
