
namespace CityGrains.Domain.Portfolios;

/// <summary>How many of the agreements signed became real by a day.</summary>
/// <param name="Signed">Signed.</param>
/// <param name="InEffect">Of these, came into effect.</param>
/// <param name="Planned">Got a plan.</param>
/// <param name="Implementing">Work began.</param>
/// <param name="Implemented">Were implemented.</param>
/// <param name="DaysToPlan">From signing to the first plan.</param>
/// <param name="DaysToFirstEvidence">From signing to the first evidence that something was done.</param>
/// <param name="DaysToImplemented">From signing to the first time it was implemented.</param>
public sealed record Funnel(
    long Signed, long InEffect, long Planned, long Implementing, long Implemented, MedianDays DaysToPlan, MedianDays DaysToFirstEvidence,
    MedianDays DaysToImplemented);

/// <summary>How long something usually took.</summary>
/// <param name="Median">Half took no longer, days; null when none can be counted.</param>
/// <param name="Counted">Agreements it is the median of: both dates known to the day, the signing first.</param>
/// <param name="LeftOut">Agreements that came as far, and of which that cannot be said.</param>
public sealed record MedianDays(decimal? Median, long Counted, long LeftOut);

public sealed partial class Portfolio
{
    /// <summary>Counts at every step the agreements that have ever reached it by a day.</summary>
    public Funnel Funnel(PortfolioFilter filter, DateOnly on)
    {
        var day = on.DayNumber;
        long signed = 0, inEffect = 0, planned = 0, implementing = 0, implemented = 0;
        Durations toPlan = new(), toEvidence = new(), toImplemented = new();
        foreach (var (page, chosen) in Chosen(filter))
        {
            var counted = chosen & page.Reached(LifeStep.Signed, 0, day);
            signed += counted.Count;
            inEffect += (counted & page.Reached(LifeStep.InEffect, 0, day)).Count;
            implementing += (counted & page.Reached(LifeStep.Implementing, 0, day)).Count;
            planned += toPlan.Add(page, LifeStep.Planned, counted, day);
            toEvidence.Add(page, LifeStep.Evidenced, counted, day);
            implemented += toImplemented.Add(page, LifeStep.Implemented, counted, day);
        }

        return new Funnel(signed, inEffect, planned, implementing, implemented, toPlan.Median(), toEvidence.Median(), toImplemented.Median());
    }

    /// <summary>Days between signing and a step, counted by their number, so that the median needs no sorting.</summary>
    private sealed class Durations
    {
        private int[] _byDays = new int[1024];
        private long _counted;
        private long _leftOut;

        /// <summary>Adds the lives among some that reached a step by a day; says how many.</summary>
        public int Add(LifePage page, LifeStep step, in LifeSet signed, int day)
        {
            var reached = signed & page.Reached(step, 0, day);
            var taken = page.Taken(step);
            var counted = 0;
            foreach (var place in reached.Walk())
            {
                var days = taken[place];
                if (days == LifeLine.Unsaid) continue;
                if (days >= _byDays.Length) Array.Resize(ref _byDays, Math.Max(days + 1, 2 * _byDays.Length));
                _byDays[days]++;
                counted++;
            }

            var all = reached.Count;
            _counted += counted;
            _leftOut += all - counted;
            return all;
        }

        public MedianDays Median() => new(_counted == 0 ? null : (At((_counted - 1) / 2) + At(_counted / 2)) / 2m, _counted, _leftOut);

        /// <summary>The so manyth shortest, from 0.</summary>
        private int At(long rank)
        {
            var days = 0;
            for (long seen = _byDays[0]; seen <= rank; seen += _byDays[days]) days++;
            return days;
        }
    }
}
