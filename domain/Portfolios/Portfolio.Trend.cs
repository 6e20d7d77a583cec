using System.Buffers;
using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Portfolios;

/// <summary>What happened in a year or a month; an agreement counts once for each step, when it first reached it.</summary>
/// <param name="Period">The year, <c>2024</c>, or the month, <c>2024-03</c>; by months, a year stands for what is known to the year only; <c>unknown</c>.</param>
/// <param name="Proposed">Proposed.</param>
/// <param name="Signed">Signed.</param>
/// <param name="InEffect">Came into effect.</param>
/// <param name="Planned">Got a plan.</param>
/// <param name="Implemented">Were implemented.</param>
/// <param name="Ended">Ended.</param>
public sealed record TrendPeriod(string Period, long Proposed, long Signed, long InEffect, long Planned, long Implemented, long Ended);

public sealed partial class Portfolio
{
    private static readonly LifeStep[] Trended = [LifeStep.Proposed, LifeStep.Signed, LifeStep.InEffect, LifeStep.Planned, LifeStep.Implemented, LifeStep.Ended];

    /// <summary>Counts the steps taken up to a day, by year or by month; periods in which nothing happened are left out.</summary>
    public IReadOnlyList<TrendPeriod> Trend(PortfolioFilter filter, DateOnly on, bool byMonth)
    {
        var day = on.DayNumber;
        var length = (on.Year + 1) * 13 * Trended.Length; // 13 places a year: what has no month, then the months
        var rented = ArrayPool<int>.Shared.Rent(length);
        var periods = rented.AsSpan(0, length);
        periods.Clear();
        foreach (ref readonly var line in Chosen(filter))
        {
            for (var i = 0; i < Trended.Length; i++)
            {
                var reached = line[Trended[i]];
                if (reached <= day) periods[(Place(reached, line.Precision(Trended[i]), byMonth) * Trended.Length) + i]++;
            }
        }

        var trend = new List<TrendPeriod>();
        for (var place = 0; place < length / Trended.Length; place++)
        {
            var counts = periods.Slice(place * Trended.Length, Trended.Length);
            if (counts.ContainsAnyExcept(0)) trend.Add(Period(place, counts));
        }

        ArrayPool<int>.Shared.Return(rented);
        return trend;
    }

    private static int Place(int reached, DatePrecision precision, bool byMonth)
    {
        if (precision is DatePrecision.Unknown) return 0;
        var date = DateOnly.FromDayNumber(reached);
        return (date.Year * 13) + (byMonth && precision is not DatePrecision.Year ? date.Month : 0);
    }

    private static TrendPeriod Period(int place, ReadOnlySpan<int> n)
    {
        var (year, month) = (place / 13, place % 13);
        var name = place == 0 ? "unknown" : year.ToString("D4", CultureInfo.InvariantCulture) + (month == 0 ? "" : month.ToString("-00", CultureInfo.InvariantCulture));
        return new TrendPeriod(name, n[0], n[1], n[2], n[3], n[4], n[5]);
    }
}
