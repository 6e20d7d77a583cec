using System.Globalization;

namespace CityGrains.Domain.Clocks;

/// <summary>What the length of a clock is counted in.</summary>
public enum ClockUnit
{
    /// <summary>Ngày làm việc.</summary>
    Working,

    /// <summary>
    /// Calendar days; an end on a day off moves to the next working day (of a negative length, to the last one before). Civil Code 91/2015/QH13, art. 148(5).
    /// </summary>
    Calendar,

    /// <summary>Calendar days that end where they end: a date somebody named, or a mere observation.</summary>
    Plain,
}

/// <summary>How long a clock runs. The day that starts it is not counted: Civil Code 91/2015/QH13, art. 147(2).</summary>
/// <param name="Days">How many; negative: so many before the day. Not used where <paramref name="Policy"/> or <paramref name="On"/> is given.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Policy">The office's policy that says how many; null: <paramref name="Days"/>.</param>
/// <param name="On">The day itself: <c>11-15</c> of the year of the trigger, or <c>2027-02-28</c>; null where it is counted. Never moved: it is no
/// period.</param>
public sealed record ClockLength(int Days, ClockUnit Unit, string? Policy = null, string? On = null)
{
    /// <summary>The names of policies.</summary>
    public const string PlanWithinDays = "planWithinDays", SilentAfterDays = "silentAfterDays", StalledAfterDays = "stalledAfterDays";

    /// <summary>The last day, under terms that never change. A later trigger never ends earlier.</summary>
    public DateOnly End(DateOnly trigger, Terms terms)
    {
        if (On is not null) return Fixed(On, trigger.Year) ?? throw new FormatException($"'{On}' is no day.");
        var days = Policy switch
        {
            null => Days,
            PlanWithinDays => terms.Policy.PlanWithinDays,
            SilentAfterDays => terms.Policy.SilentAfterDays,
            StalledAfterDays => terms.Policy.StalledAfterDays,
            _ => throw new FormatException($"'{Policy}' is no policy."),
        };
        return Unit switch
        {
            ClockUnit.Working => terms.Calendar.After(trigger, days),
            ClockUnit.Calendar when days < 0 => terms.Calendar.OnOrBefore(Shifted(trigger, days)),
            ClockUnit.Calendar => terms.Calendar.OnOrAfter(Shifted(trigger, days)),
            _ => Shifted(trigger, days),
        };
    }

    /// <summary>The day of a written <see cref="On"/> in a year; null when it is none.</summary>
    internal static DateOnly? Fixed(string on, int year) => DateOnly.TryParseExact(
        on.Length == 5 ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{on}")
            : on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Days added; what would lie beyond the calendar is its end.</summary>
    private static DateOnly Shifted(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
