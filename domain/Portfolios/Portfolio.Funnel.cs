using CityGrains.Domain.Record;

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
    long Signed, long InEffect, long Planned, long Implementing, long Implemented, MedianDays DaysToPlan, MedianDays DaysToFirstEvidence, MedianDays DaysToImplemented);

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
        foreach (ref readonly var line in Chosen(filter))
        {
            if (line[LifeStep.Signed] > day) continue;
            signed++;
            if (line[LifeStep.InEffect] <= day) inEffect++;
            if (line[LifeStep.Planned] <= day) planned++;
            if (line[LifeStep.Implementing] <= day) implementing++;
            if (line[LifeStep.Implemented] <= day) implemented++;
            toPlan.Add(line, LifeStep.Planned, day);
            toEvidence.Add(line, LifeStep.Evidenced, day);
            toImplemented.Add(line, LifeStep.Implemented, day);
        }

        return new Funnel(signed, inEffect, planned, implementing, implemented, toPlan.Median(), toEvidence.Median(), toImplemented.Median());
    }

    /// <summary>Days between signing and a step, counted by their number, so that the median needs no sorting.</summary>
    private sealed class Durations
    {
        private int[] _byDays = new int[1024];
        private long _counted;
        private long _leftOut;

        public void Add(in LifeLine line, LifeStep step, int day)
        {
            if (line[step] > day) return;
            var days = line[step] - line[LifeStep.Signed];
            if (days < 0 || line.Precision(step) is not DatePrecision.Day || line.Precision(LifeStep.Signed) is not DatePrecision.Day)
            {
                _leftOut++;
                return;
            }

            if (days >= _byDays.Length) Array.Resize(ref _byDays, Math.Max(days + 1, 2 * _byDays.Length));
            _byDays[days]++;
            _counted++;
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
