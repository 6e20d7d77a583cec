using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>A day nobody works, beside Saturdays and Sundays.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">Why: the holiday, what it makes up for, or what it was swapped for.</param>
public sealed record DayOff(DateOnly Day, Sentence Name);

/// <summary>The days off of a year. Labour Code 45/2019/QH14, art. 111(3) (a holiday on a weekend is made up for on the next working day) and 112.</summary>
/// <param name="Year">The year.</param>
/// <param name="DaysOff">Holidays, and the days off in their stead; weekends go without saying.</param>
/// <param name="WorkedDays">Saturdays and Sundays worked in exchange for another day.</param>
/// <param name="Announced">True where the government has announced the year; false where the days follow the rule of the law, and may still change.</param>
/// <param name="Source">What the days were taken from.</param>
public sealed record CalendarYear(int Year, ImmutableArray<DayOff> DaysOff, ImmutableArray<DateOnly> WorkedDays, bool Announced, string Source)
{
    /// <summary>Most days off in a year; the law knows eleven, and what makes up for them.</summary>
    public const int MostDays = 100;

    /// <summary>What is wrong with a year, each as one sentence; none when it is sound.</summary>
    public static IEnumerable<Sentence> Faults(CalendarYear year)
    {
        var fields = new FieldChecks();
        Check(fields, year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), year);
        return fields.Faults.Select(fault => fault.Message);
    }

    internal static void Check(FieldChecks fields, string path, CalendarYear year)
    {
        fields.Must(year.Year is >= 1900 and <= 2200, $"{path}.year", "phải từ 1900 đến 2200", "must be 1900 to 2200")
            .Each($"{path}.daysOff", year.DaysOff, 0, MostDays, (item, off) => fields
                .Must(off.Day.Year == year.Year, $"{item}.day", $"phải thuộc năm {year.Year}", $"must lie in {year.Year}")
                .Given($"{item}.name", off.Name, (_, name, text) => fields.Text($"{name}.vi", text.Vi).Text($"{name}.en", text.En)))
            .Each($"{path}.workedDays", year.WorkedDays, 0, MostDays, (item, day) => fields.Must(
                day.Year == year.Year && WorkingCalendar.IsWeekend(day), item,
                $"phải là thứ Bảy hoặc Chủ nhật của năm {year.Year}", $"must be a Saturday or Sunday of {year.Year}"))
            .Text($"{path}.source", year.Source, FieldChecks.Prose);
        if (fields.Faults.Count > 0) return;
        fields.Must(year.DaysOff.DistinctBy(off => off.Day).Count() == year.DaysOff.Length && year.DaysOff.All(off => !year.WorkedDays.Contains(off.Day)),
            $"{path}.daysOff",
            "mỗi ngày chỉ ghi một lần, và không vừa nghỉ vừa làm bù", "must name each day once, and none that is worked as well");
    }
}
