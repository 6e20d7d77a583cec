namespace CityGrains.Domain.Agreements;

/// <summary>Something that happened to an agreement: a fact in the past tense, complete on its own.</summary>
public abstract record AgreementEvent;
