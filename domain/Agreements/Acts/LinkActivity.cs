using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Note that an activity belongs to the agreement.</summary>
public sealed record LinkActivity(string Activity) : AgreementCommand
{
    /// <summary>It is a delegation, sent or received.</summary>
    public bool Delegation { get; init; }

    internal override void Check(FieldChecks fields) => fields.ActivityId("activity", Activity);
}

/// <summary>An activity belongs to the agreement.</summary>
public sealed record ActivityLinked(string Activity) : AgreementEvent
{
    /// <summary>It belonged to it all along.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;
}

/// <summary>A delegation belongs to the agreement.</summary>
public sealed record DelegationLinked(string Activity) : AgreementEvent
{
    /// <summary>It belonged to it all along.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;
}

public static partial class AgreementDecider
{
    private const int MostActivities = 2000;

    private static Decision Decide(Agreement agreement, LinkActivity command) =>
        agreement.Activities.Contains(command.Activity, StringComparer.Ordinal) ? Decision.Unchanged
        : agreement.Activities.Length >= MostActivities ? Refuse.TooManyActivities(MostActivities)
        : command.Delegation ? Accept(new DelegationLinked(command.Activity))
        : Accept(new ActivityLinked(command.Activity));
}
