using System.Globalization;

namespace CityGrains.Domain.Portfolios;

/// <summary>What happened in a year or a month; an agreement counts once for each step, when it first reached it.</summary>
/// <param name="Period">The year, <c>2024</c>, or the month, <c>2024-03</c>; by months, a year stands for what is known to the year only;
/// <c>unknown</c>.</param>
/// <param name="Proposed">Proposed.</param>
/// <param name="Signed">Signed.</param>
/// <param name="InEffect">Came into effect.</param>
/// <param name="Planned">Got a plan.</param>
/// <param name="Implemented">Were implemented.</param>
/// <param name="Ended">Ended.</param>
public sealed record TrendPeriod(string Period, long Proposed, long Signed, long InEffect, long Planned, long Implemented, long Ended);

public sealed partial class Portfolio
{
    private static readonly LifeStep[] Trended = [LifeStep.Proposed, LifeStep.Signed, LifeStep.InEffect, LifeStep.Planned, LifeStep.Implemented,
        LifeStep.Ended];

    /// <summary>Counts the steps taken up to a day, by year or by month; periods in which nothing happened are left out.</summary>
    public IReadOnlyList<TrendPeriod> Trend(PortfolioFilter filter, DateOnly on, bool byMonth)
    {
        var (first, last) = _months.Value;
        var months = Trended.Select(_ => new int[last - first + 2]).ToArray(); // the first is for what nobody dated
        foreach (var (page, chosen) in Chosen(filter))
        {
            for (var i = 0; i < Trended.Length; i++)
            {
                var month = page.Month(Trended[i]);
                var counts = months[i];
                foreach (var place in (chosen & page.Reached(Trended[i], 0, on.DayNumber)).Walk()) counts[Math.Max(0, month[place] - first + 1)]++;
            }
        }

        var periods = new SortedDictionary<int, int[]>();
        for (var month = 0; month < months[0].Length; month++)
        {
            if (Array.TrueForAll(months, counts => counts[month] == 0)) continue;
            var place = month == 0 ? 0 : first + month - 1;
            var period = byMonth ? place : place - (place % LifeLine.PlacesOfYear);
            if (!periods.TryGetValue(period, out var sums)) periods[period] = sums = new int[Trended.Length];
            for (var i = 0; i < sums.Length; i++) sums[i] += months[i][month];
        }

        return [.. periods.Select(period => Period(period.Key, period.Value))];
    }

    private static TrendPeriod Period(int place, int[] n)
    {
        var (year, month) = (place / LifeLine.PlacesOfYear, place % LifeLine.PlacesOfYear);
        var name = place == 0 ? "unknown"
            : year.ToString("D4", CultureInfo.InvariantCulture) + (month == 0 ? "" : month.ToString("-00", CultureInfo.InvariantCulture));
        return new TrendPeriod(name, n[0], n[1], n[2], n[3], n[4], n[5]);
    }
}
