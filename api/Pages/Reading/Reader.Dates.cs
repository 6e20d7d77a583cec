using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Reading;

/// <summary>Dates and numbers as people of the language write them.</summary>
public sealed partial class Reader
{
    /// <summary>A day: 14/2/2024, 14 February 2024.</summary>
    public string Day(DateOnly day) => Vietnamese ? day.Vi() : day.En();

    /// <summary>A date as exactly as it is known.</summary>
    public string Date(DateOfRecord date) => Vietnamese ? date.Vi() : date.En();

    /// <summary>An instant, to the minute, as clocks in Vietnam show it.</summary>
    public string Instant(DateTimeOffset instant) =>
        VietnamTime.Of(instant).ToString(Vietnamese ? "HH:mm d/M/yyyy" : "d MMMM yyyy, HH:mm", Culture);

    /// <summary>A whole number: 24.818, 24,818.</summary>
    public string Number(long number) => number.ToString("N0", Culture);
}
