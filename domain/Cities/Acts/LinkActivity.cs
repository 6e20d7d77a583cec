using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Note that the city takes part in an activity.</summary>
public sealed record LinkCityActivity(string Activity) : CityCommand
{
    /// <summary>It is a delegation, sent or received.</summary>
    public bool Delegation { get; init; }

    internal override void Check(FieldChecks fields) => fields.ActivityId("activity", Activity);
}

/// <summary>The city takes part in an activity.</summary>
public sealed record CityActivityLinked(string Activity) : CityEvent
{
    /// <summary>It took part all along.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;
}

/// <summary>The city sent or received a delegation.</summary>
public sealed record CityDelegationLinked(string Activity) : CityEvent
{
    /// <summary>It did so all along.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;
}

public static partial class CityDecider
{
    private const int MostActivities = 2000;

    private static Decision Decide(City city, LinkCityActivity command) =>
        city.Activities.Contains(command.Activity, StringComparer.Ordinal) ? Decision.Unchanged
        : city.Activities.Length >= MostActivities ? Refuse.TooManyActivities(MostActivities)
        : command.Delegation ? Accept(new CityDelegationLinked(command.Activity))
        : Accept(new CityActivityLinked(command.Activity));
}
