using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Reports;

/// <summary>
/// What a province tells the Ministry of Foreign Affairs by 15 November: what was signed and implemented, and the plan of the next year
/// (Law 70/2020/QH14, art. 46(3), 42(2)). Every number is the list of what it was counted from.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="On">The day it shows, at its end.</param>
/// <param name="Counted">What each measure counts, in the order of ids.</param>
public sealed record AnnualReport(int Year, DateOnly On, IReadOnlyDictionary<AnnualMeasure, IReadOnlyList<CountedEvent>> Counted)
{
    private static readonly (AnnualMeasure Measure, LifeStep Step)[] Steps =
    [
        (AnnualMeasure.Signed, LifeStep.Signed), (AnnualMeasure.InEffect, LifeStep.InEffect), (AnnualMeasure.Planned, LifeStep.Planned),
        (AnnualMeasure.Implementing, LifeStep.Implementing), (AnnualMeasure.Implemented, LifeStep.Implemented), (AnnualMeasure.Ended, LifeStep.Ended),
    ];

    /// <summary>The day the report of a year shows: 15 November.</summary>
    public static DateOnly DayOf(int year) => new(year, 11, 15);

    /// <summary>Counts.</summary>
    /// <param name="year">1 to 9998.</param>
    /// <param name="on">The day it shows.</param>
    /// <param name="lives">The agreements that are reported of.</param>
    public static AnnualReport Of(int year, DateOnly on, IEnumerable<Life> lives)
    {
        var counted = Enum.GetValues<AnnualMeasure>().ToDictionary(measure => measure, _ => new List<CountedEvent>());
        foreach (var life in lives.OrderBy(life => life.Id, StringComparer.Ordinal))
        {
            foreach (var (measure, found) in Of(year, on, life)) counted[measure].Add(found);
        }

        return new AnnualReport(year, on, counted.ToDictionary(one => one.Key, one => (IReadOnlyList<CountedEvent>)one.Value));
    }

    private static IEnumerable<(AnnualMeasure Measure, CountedEvent Counted)> Of(int year, DateOnly on, Life life)
    {
        foreach (var (measure, step) in Steps)
        {
            if (life.Reached.FirstOrDefault(reached => reached.Step == step) is { By: { } by } reached && reached.On.Earliest?.Year == year
                && !reached.On.IsAfter(on))
                yield return (measure, new CountedEvent(life, by, reached.On));
        }

        if (life.Stretches.LastOrDefault(stretch => !stretch.Since.IsAfter(on)) is not { } stands) yield break;
        if (StandsAs(stands.State) is { } standing) yield return (standing, new CountedEvent(life, stands.By, stands.Since));
        if (!Lifecycle.IsLive(stands.State)) yield break;
        foreach (var promise in life.Promises.Where(promise => IsOwed(promise, on)))
        {
            var due = new CountedEvent(life, promise.DueBy, promise.DueOn) { Milestone = promise.Id };
            if (promise.DueOn.IsBefore(on)) yield return (AnnualMeasure.Overdue, due);
            if (promise.DueOn.Earliest?.Year == year + 1) yield return (AnnualMeasure.DueNextYear, due);
        }
    }

    private static AnnualMeasure? StandsAs(LegalState state) => state switch
    {
        LegalState.Signed => AnnualMeasure.StandSigned,
        LegalState.InEffect => AnnualMeasure.StandInEffect,
        LegalState.Planned => AnnualMeasure.StandPlanned,
        LegalState.Implementing => AnnualMeasure.StandImplementing,
        LegalState.Implemented => AnnualMeasure.StandImplemented,
        LegalState.Suspended => AnnualMeasure.StandSuspended,
        LegalState.Proposed or LegalState.Consulting or LegalState.Escalated or LegalState.Approved => AnnualMeasure.Proposed,
        _ => null,
    };

    /// <summary>Neither met nor waived by the day.</summary>
    private static bool IsOwed(Promise promise, DateOnly on) =>
        promise.Status is not (MilestoneStatus.Met or MilestoneStatus.Waived) || promise.SettledOn is { } settled && settled.IsAfter(on);
}

/// <summary>One thing that was counted, and the event it rests on.</summary>
/// <param name="Life">The agreement.</param>
/// <param name="Version">The event's version.</param>
/// <param name="Date">When it was, or is due.</param>
public sealed record CountedEvent(Life Life, int Version, DateOfRecord Date)
{
    /// <summary>The milestone that was counted; null where the agreement itself was.</summary>
    public string? Milestone { get; init; }

    /// <summary>The event as it is referred to, <c>agr-2026-000123@4</c>, with the milestone where one was counted: <c>agr-2026-000123@4#c1-m1</c>.</summary>
    public string Reference =>
        Milestone is null ? FormattableString.Invariant($"{Life.Id}@{Version}") : FormattableString.Invariant($"{Life.Id}@{Version}#{Milestone}");
}
