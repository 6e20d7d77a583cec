namespace CityGrains.Domain.Record;

/// <summary>An event with its two dates, when it happened in the world and when the record came to know it, and with who recorded it.</summary>
/// <typeparam name="TEvent">The events of a subject.</typeparam>
/// <param name="Event">What happened.</param>
/// <param name="On">When it happened, as exactly as known.</param>
/// <param name="RecordedAt">When it was recorded; never before the event that precedes it in its record.</param>
/// <param name="Actor">Who recorded it.</param>
public readonly record struct Happening<TEvent>(TEvent Event, DateOfRecord On, DateTimeOffset RecordedAt, string Actor)
    where TEvent : DomainEvent
{
    /// <summary>Its place in its record, from 1; 0 where it is told without one: then it is the next.</summary>
    public long Version { get; init; }

    /// <summary>The office of whoever recorded it; null where it is told without one.</summary>
    public string? Office { get; init; }
}
