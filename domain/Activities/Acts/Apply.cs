using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Record that the organiser applied for permission; ahead of an international conference by the days Decision 06/2020/QĐ-TTg sets.</summary>
public sealed record ApplyForActivity(DateOfRecord AppliedOn) : ActivityCommand
{
    /// <summary>Number of the application; null when it is not at hand.</summary>
    public string? Reference { get; init; }

    internal override void Check(FieldChecks fields) => fields.Known("appliedOn", AppliedOn).Optional("reference", Reference);
}

/// <summary>The organiser applied for permission.</summary>
public sealed record ActivityApplied(DateOfRecord AppliedOn, string? Reference) : ActivityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => AppliedOn;
}

public static partial class ActivityDecider
{
    private static Decision Decide(Activity activity, ApplyForActivity command, CommandContext context) =>
        activity.AppliedOn == command.AppliedOn ? Decision.Unchanged
        : activity.State is ActivityState.Cancelled ? Refuse.WrongState(activity, ActivityState.Planned, ActivityState.Held, ActivityState.Reported)
        : command.AppliedOn.IsAfter(context.Today) ? Refuse.InTheFuture("appliedOn", command.AppliedOn)
        : Accept(new ActivityApplied(command.AppliedOn, command.Reference));
}
