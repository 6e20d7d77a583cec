namespace CityGrains.Api.Imports.Sheets;

/// <summary>What a number in a cell looks like to people.</summary>
internal enum NumberLook
{
    /// <summary>A number.</summary>
    Plain,

    /// <summary>A share of 100.</summary>
    Percent,

    /// <summary>A date to the day.</summary>
    Day,

    /// <summary>A date of which month and year are shown.</summary>
    Month,

    /// <summary>A date of which the year is shown.</summary>
    Year,
}
