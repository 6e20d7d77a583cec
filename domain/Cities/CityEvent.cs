using CityGrains.Domain.Record;

namespace CityGrains.Domain.Cities;

/// <summary>Something that happened to a city.</summary>
public abstract record CityEvent : DomainEvent;
