using System.Globalization;

namespace CityGrains.Domain.Record;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>To the year.</summary>
    Year,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the day.</summary>
    Day,
}

/// <summary>
/// A date as a source states it: to the day, the month, the year, or not at all.
/// Written <c>2024-02-14</c>, <c>2024-02</c>, <c>2024</c> or <c>unknown</c> (ISO 8601 reduced precision).
/// </summary>
public readonly record struct DateOfRecord
{
    private readonly DateOnly _first;

    private DateOfRecord(DatePrecision precision, DateOnly first) => (Precision, _first) = (precision, first);

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>A date nobody knows; the default value.</summary>
    public static DateOfRecord Unknown => default;

    /// <summary>The first day it can have been; null when unknown.</summary>
    public DateOnly? Earliest => Precision is DatePrecision.Unknown ? null : _first;

    /// <summary>The last day it can have been; null when unknown.</summary>
    public DateOnly? Latest => Precision switch
    {
        DatePrecision.Unknown => null,
        DatePrecision.Year => new DateOnly(_first.Year, 12, 31),
        DatePrecision.Month => new DateOnly(_first.Year, _first.Month, DateTime.DaysInMonth(_first.Year, _first.Month)),
        _ => _first,
    };

    /// <summary>A date known to the day.</summary>
    public static DateOfRecord Day(DateOnly day) => new(DatePrecision.Day, day);

    /// <summary>A date known to the month, 1 to 12.</summary>
    public static DateOfRecord Month(int year, int month) => new(DatePrecision.Month, new DateOnly(year, month, 1));

    /// <summary>A date known to the year.</summary>
    public static DateOfRecord Year(int year) => new(DatePrecision.Year, new DateOnly(year, 1, 1));

    /// <summary>True when it certainly lies after <paramref name="day"/>; an unknown date never does.</summary>
    public bool IsAfter(DateOnly day) => Earliest > day;

    /// <summary>True when it certainly lies before <paramref name="day"/>; an unknown date never does.</summary>
    public bool IsBefore(DateOnly day) => Latest < day;

    /// <summary>True when it certainly lies before <paramref name="other"/>, at the precision both are known to: 2024 is not before 2024-02, 2023 is.</summary>
    public bool IsBefore(DateOfRecord other) => Latest < other.Earliest;

    /// <summary>
    /// So many months later, as exactly as this one is known; a year stays a year, the later where two are possible.
    /// Unknown stays unknown, and so becomes what no calendar reaches.
    /// </summary>
    public DateOfRecord PlusMonths(int months)
    {
        if (Latest is not { } latest || latest.Year + (months / 12) + 1 > DateOnly.MaxValue.Year) return Unknown;
        return Precision switch
        {
            DatePrecision.Day => Day(_first.AddMonths(months)),
            DatePrecision.Month => Month(_first.AddMonths(months).Year, _first.AddMonths(months).Month),
            _ => Year(latest.AddMonths(months).Year),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Precision switch
    {
        DatePrecision.Unknown => "unknown",
        DatePrecision.Year => _first.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => _first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => _first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads the written form; false for anything else.</summary>
    public static bool TryParse(string? text, out DateOfRecord date)
    {
        date = Unknown;
        if (text is null) return false;
        if (string.Equals(text, "unknown", StringComparison.Ordinal)) return true;
        var (precision, whole) = text.Length switch
        {
            4 => (DatePrecision.Year, $"{text}-01-01"),
            7 => (DatePrecision.Month, $"{text}-01"),
            10 => (DatePrecision.Day, text),
            _ => (DatePrecision.Unknown, ""),
        };
        if (!DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return false;
        date = new DateOfRecord(precision, first);
        return true;
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text has no such form.</exception>
    public static DateOfRecord Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date as YYYY-MM-DD, YYYY-MM, YYYY or unknown.");
}
