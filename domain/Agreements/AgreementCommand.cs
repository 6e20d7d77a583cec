using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Agreements;

/// <summary>What someone wants of an agreement. Each act in <c>Acts/</c> holds its command, its event and its decision.</summary>
public abstract record AgreementCommand
{
    /// <summary>Notes what is wrong with the fields, whatever the agreement's state.</summary>
    internal abstract void Check(FieldChecks fields);
}
