using System.Globalization;

namespace CityGrains.Domain.Record;

/// <summary>Days within a sentence, as people of the language write them. What is entered, stored and sent stays ISO 8601.</summary>
public static class DayText
{
    /// <summary>14/2/2026.</summary>
    public static string Vi(this DateOnly day) => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>14 February 2026.</summary>
    public static string En(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>14/2/2026, 2/2026 or 2026, as exactly as it is known.</summary>
    public static string Vi(this DateOfRecord date) => Written(date, Vi, "M/yyyy", "không rõ ngày");

    /// <summary>14 February 2026, February 2026 or 2026, as exactly as it is known.</summary>
    public static string En(this DateOfRecord date) => Written(date, En, "MMMM yyyy", "date not known");

    private static string Written(DateOfRecord date, Func<DateOnly, string> day, string month, string unknown) => date.Precision switch
    {
        DatePrecision.Day => day(date.Earliest!.Value),
        DatePrecision.Month => date.Earliest!.Value.ToString(month, CultureInfo.InvariantCulture),
        DatePrecision.Year => date.Earliest!.Value.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => unknown,
    };
}
