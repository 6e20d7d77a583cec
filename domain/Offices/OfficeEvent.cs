using CityGrains.Domain.Record;

namespace CityGrains.Domain.Offices;

/// <summary>Something that happened to an office.</summary>
public abstract record OfficeEvent : DomainEvent;
