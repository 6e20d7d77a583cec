using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>Something that happened to an agreement.</summary>
public abstract record AgreementEvent : DomainEvent;
