using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Claims;

/// <summary>A value as a source states it.</summary>
/// <param name="Text">In its words.</param>
/// <param name="Date">The date they mean, if they mean one.</param>
/// <param name="Number">The number they mean, if they mean one.</param>
/// <param name="Qualifier">How exactly the source states the number; null where there is none.</param>
public sealed record ClaimedValue(string Text, DateOfRecord? Date = null, decimal? Number = null, Qualifier? Qualifier = null)
{
    /// <summary>True when both cannot be so: 2024 and 14/2/2024 can, 12/2/2024 and 14/2/2024 cannot.</summary>
    internal bool Differs(ClaimedValue other) =>
        Date is { } date && other.Date is { } otherDate ? Differ(date, otherDate)
        : Number is { } number && other.Number is { } otherNumber ? number != otherNumber || Qualifier != other.Qualifier
        : !Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when two dates cannot be the same day.</summary>
    internal static bool Differ(DateOfRecord one, DateOfRecord other) => one.IsBefore(other) || other.IsBefore(one);
}
