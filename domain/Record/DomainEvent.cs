namespace CityGrains.Domain.Record;

/// <summary>Something that happened: a fact in the past tense, complete on its own.</summary>
public abstract record DomainEvent
{
    /// <summary>When it happened, where the event itself states that; null where only its envelope does.</summary>
    public virtual DateOfRecord? HappenedOn() => null;
}
