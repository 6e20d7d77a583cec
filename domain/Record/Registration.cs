namespace CityGrains.Domain.Record;

/// <summary>When a subject was entered.</summary>
/// <param name="On">Since when it is there, as exactly as known.</param>
/// <param name="RecordedAt">When the record came to know it.</param>
public sealed record Registration(DateOfRecord On, DateTimeOffset RecordedAt);
