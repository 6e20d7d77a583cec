using CityGrains.Domain.Record;

namespace CityGrains.Domain.Activities;

/// <summary>Something that happened to an activity.</summary>
public abstract record ActivityEvent : DomainEvent;
