using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>A publication of the text.</summary>
/// <param name="On">When.</param>
/// <param name="Document">Number of the gazette, decision or page that carries it.</param>
/// <param name="Where">Where it can be read.</param>
public sealed record Publication(DateOfRecord On, string Document, string Where);

/// <summary>A restriction of who may see the text.</summary>
/// <param name="On">Since when.</param>
/// <param name="Document">Number of the decision.</param>
/// <param name="Ground">Why.</param>
/// <param name="Until">The day it ends; unknown: none is set.</param>
public sealed record Restriction(DateOfRecord On, string Document, string Ground, DateOfRecord Until)
{
    /// <summary>True of a day that does not certainly lie outside it.</summary>
    internal bool Covers(DateOfRecord day) => !day.IsBefore(On) && !Until.IsBefore(day);
}
