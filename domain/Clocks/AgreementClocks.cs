using System.Collections.Immutable;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Clocks;

/// <summary>The clocks of an agreement: a pure function of its state, whatever the rules and the day.</summary>
/// <remarks>
/// A date that is not known to the day counts as the last day it can have been, and never as one after it was recorded: nothing is called late that may have
/// been in time. Where nobody knows the day of a signing, the law's clocks do not run, for nobody knows whether that law was in force.
/// While an agreement is suspended, nothing is owed under its plan.
/// </remarks>
public static class AgreementClocks
{
    private static readonly ImmutableArray<LegalState> UnderPlan = [Planned, Implementing];

    /// <summary>All of them, ended ones included.</summary>
    public static ImmutableArray<Clock> Of(Agreement agreement)
    {
        if (agreement.Periods.IsEmpty) return [];
        var story = new Story(agreement);
        return [.. ConsultationClocks.Of(story), .. SigningClocks.Of(story), .. PlanClocks.Of(story), .. ChangeClocks.Of(story), .. RequestClocks.Of(story),
            .. Watches(story)];
    }

    /// <summary>The term, what nobody does or says, and what is said that the commitments contradict.</summary>
    private static IEnumerable<Clock> Watches(Story story)
    {
        var agreement = story.Agreement;
        if (agreement.Term is { Until.Latest: { } until, RenewsAutomatically: false } && Lifecycle.MayBeInEffect(agreement.State))
            yield return Story.Ended(new Clock(ClockCodes.Term, "", until, story.MarkOf("term"), agreement.Office), story.End);

        if (UnderPlan.Contains(agreement.State) && agreement.ActiveOn is { } active)
            yield return new Clock(ClockCodes.Stalled, "", active, story.MarkOf("activity"), agreement.Office);

        if (agreement.State is >= Proposed and <= Implementing)
            yield return new Clock(ClockCodes.Silent, "", agreement.HeardOn, LastEvent, agreement.Office);

        if (ProgressMismatch.Of(agreement) is not null)
            yield return new Clock(
                ClockCodes.Mismatch, "", Mark.DayOf(agreement.Declared!.On, agreement.RecordedAt), story.MarkOf("declared"), agreement.Office);
    }

    /// <summary>Started by whatever was recorded last: a number here would change with every event, and say nothing more.</summary>
    public const long LastEvent = 0;
}
