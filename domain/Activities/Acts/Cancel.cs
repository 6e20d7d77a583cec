using CityGrains.Domain.Checks;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Record that it will not take place.</summary>
public sealed record CancelActivity(string Ground) : ActivityCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>An activity was cancelled.</summary>
public sealed record ActivityCancelled(string Ground) : ActivityEvent;

public static partial class ActivityDecider
{
    private static Decision Decide(Activity activity, CancelActivity command) =>
        activity.State is not ActivityState.Planned ? Refuse.WrongState(activity, ActivityState.Planned)
        : Accept(new ActivityCancelled(command.Ground));
}
