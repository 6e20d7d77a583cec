using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Cities;

/// <summary>What someone wants of a city. Each act in <c>Acts/</c> holds its command, its event and its decision.</summary>
public abstract record CityCommand
{
    /// <summary>Notes what is wrong with the fields, whatever the city's state.</summary>
    internal abstract void Check(FieldChecks fields);
}
