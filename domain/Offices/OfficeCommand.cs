using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Offices;

/// <summary>What someone wants of an office. Each act in <c>Acts/</c> holds its command, its event and its decision.</summary>
public abstract record OfficeCommand
{
    /// <summary>Notes what is wrong with the fields, whatever the office's state.</summary>
    internal abstract void Check(FieldChecks fields);
}
