using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Activities;

/// <summary>What someone wants of an activity. Each act in <c>Acts/</c> holds its command, its event and its decision.</summary>
public abstract record ActivityCommand
{
    /// <summary>Notes what is wrong with the fields, whatever the activity's state.</summary>
    internal abstract void Check(FieldChecks fields);
}
