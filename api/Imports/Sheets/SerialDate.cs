using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>
/// Days as spreadsheets count them. From 1900: day 1 is 1 January 1900, and day 60 a 29 February that never was, kept for the sake of an old program's mistake.
/// From 1904: day 0 is 1 January 1904.
/// </summary>
internal static class SerialDate
{
    /// <summary>The day of 1900 that never was, as people are told of it.</summary>
    public const string NeverWas = "1900-02-29";

    private const int LeapDay = 60;

    private static readonly DateOnly BeforeLeapDay = new(1899, 12, 31), AfterLeapDay = new(1899, 12, 30), From1904 = new(1904, 1, 1);

    /// <summary>The date of a number of days, its time of day left out; null where it is none.</summary>
    public static DateOnly? Day(double serial, bool from1904)
    {
        if (!(serial >= 0 && serial < 2_958_466)) return null; // 31 December 9999 at the latest
        var days = (int)serial;
        return from1904 ? Later(From1904, days) : days is 0 or LeapDay ? null : (days < LeapDay ? BeforeLeapDay : AfterLeapDay).AddDays(days);
    }

    /// <summary>
    /// The date as people meant it. Whoever types "2/2024" gets the first of the month, shown as month and year: that is a month; a first of January
    /// shown as its year is a year. Any other day was meant to the day.
    /// </summary>
    public static string? Text(double serial, NumberLook look, bool from1904) =>
        !from1904 && (int)serial == LeapDay ? NeverWas
        : Day(serial, from1904) is not { } day ? null
        : look switch
        {
            NumberLook.Year when day is { Month: 1, Day: 1 } => DateOfRecord.Year(day.Year).ToString(),
            NumberLook.Month or NumberLook.Year when day.Day == 1 => DateOfRecord.Month(day.Year, day.Month).ToString(),
            _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

    private static DateOnly? Later(DateOnly day, int days) => day.DayNumber + days <= DateOnly.MaxValue.DayNumber ? day.AddDays(days) : null;
}
