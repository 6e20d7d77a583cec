using System.Collections.Immutable;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>
/// The clocks of an international conference: permission before it, a report after it. Decision 06/2020/QĐ-TTg. A pure function of its state.
/// </summary>
/// <remarks>A date that is not known to the day counts as the last it can have been: nothing is called late that may have been in time.</remarks>
public static class ActivityClocks
{
    /// <summary>All of them, ended ones included.</summary>
    public static ImmutableArray<Clock> Of(Activity activity)
    {
        if (!activity.International || activity.Days.From.Latest is not { } first) return [];
        var application = activity.DecidedByPrimeMinister is true ? ClockCodes.ConferenceApplicationPrimeMinister : ClockCodes.ConferenceApplication;
        var applied = Ended(new Clock(application, "", first, (activity.Marks.Find("days") ?? activity.Marks.Find("planned")!).By, activity.Organiser),
            activity, "applied", "held", "cancelled");
        return activity.Marks.Find("held") is { } held
            ? [applied, Ended(new Clock(ClockCodes.ConferenceReport, "", held.On, held.By, activity.Organiser), activity, "reported")]
            : [applied];
    }

    private static Clock Ended(Clock clock, Activity activity, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (activity.Marks.Find(end) is { } mark) return clock with { EndedOn = mark.On, EndedBy = mark.By };
        }

        return clock;
    }
}
