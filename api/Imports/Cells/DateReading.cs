namespace CityGrains.Api.Imports.Cells;

/// <summary>What is known of how a column writes its dates.</summary>
/// <param name="Order">What stands first in a date of two small numbers and a year.</param>
/// <param name="From1904">Bare numbers count days from 1904, or from 1900; null where the file does not say.</param>
internal readonly record struct DateReading(DateOrder Order, bool? From1904 = null);

/// <summary>What stands first in a date.</summary>
internal enum DateOrder
{
    /// <summary>Nobody says.</summary>
    Unsaid,

    /// <summary>14/2/2024.</summary>
    DayFirst,

    /// <summary>2/14/2024.</summary>
    MonthFirst,
}
