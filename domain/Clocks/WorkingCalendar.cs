using System.Collections.Immutable;

namespace CityGrains.Domain.Clocks;

/// <summary>Which days are worked in Viet Nam. A year it knows nothing of has its weekends, and the holidays of the Gregorian calendar.</summary>
public sealed class WorkingCalendar
{
    /// <summary>Month and day of the holidays that fall on the same day each year.</summary>
    private static readonly (int Month, int Day)[] SameEachYear = [(1, 1), (4, 30), (5, 1), (9, 2), (9, 3)];

    private readonly HashSet<DateOnly> _off = [];
    private readonly HashSet<DateOnly> _worked = [];

    private WorkingCalendar(ImmutableSortedDictionary<int, CalendarYear> years)
    {
        Years = years;
        foreach (var year in years.Values)
        {
            foreach (var off in year.DaysOff) _off.Add(off.Day);
            foreach (var day in year.WorkedDays) _worked.Add(day);
        }
    }

    /// <summary>The years it knows.</summary>
    public ImmutableSortedDictionary<int, CalendarYear> Years { get; }

    /// <summary>The calendar of these years, each once.</summary>
    public static WorkingCalendar Of(IEnumerable<CalendarYear> years) => new(years.ToImmutableSortedDictionary(year => year.Year, year => year));

    /// <summary>The same calendar with one year replaced, or added.</summary>
    public WorkingCalendar With(CalendarYear year) => new(Years.SetItem(year.Year, year));

    /// <summary>Saturday or Sunday.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>True on a day that is worked.</summary>
    public bool IsWorking(DateOnly day) =>
        _worked.Contains(day) || (!IsWeekend(day) && !_off.Contains(day) && (Years.ContainsKey(day.Year) || !SameEachYear.Contains((day.Month, day.Day))));

    /// <summary>The day, or the first working day after it: where a period ends on a day off, Civil Code 91/2015/QH13, art. 148(5).</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day) && day < DateOnly.MaxValue) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day, or the last working day before it: by when something must be handed in ahead of a day.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day) && day > DateOnly.MinValue) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The working day so many working days after a day, which is not counted itself: Civil Code, art. 147(2).</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0 && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) workingDays--;
        }

        return day;
    }
}
