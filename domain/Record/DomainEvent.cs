namespace CityGrains.Domain.Record;

/// <summary>Something that happened: a fact in the past tense, complete on its own.</summary>
public abstract record DomainEvent
{
    /// <summary>When it happened, where the event itself states that; null where only its envelope does.</summary>
    public virtual DateOfRecord? HappenedOn() => null;

    /// <summary>
    /// When it happened, where neither the event nor its envelope states that: the day of asking; unknown of what was so before the record began.
    /// </summary>
    public virtual DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Day(today);
}
