using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Give an activity that is planned other days, or another place. What it was held on is told by <see cref="HoldActivity"/>.</summary>
public sealed record RescheduleActivity(Days Days, string Ground) : ActivityCommand
{
    /// <summary>Where; null: where it was planned before.</summary>
    public Place? Place { get; init; }

    internal override void Check(FieldChecks fields)
    {
        fields.Given("days", Days, Days.Check).Text("ground", Ground, FieldChecks.Prose);
        if (Place is not null) Place.Check(fields, "place", Place);
    }
}

/// <summary>An activity was put off, brought forward or moved.</summary>
/// <param name="Before">The days it was planned for until then.</param>
/// <param name="Days">The days it is planned for.</param>
/// <param name="Place">Where; null where that stayed as it was.</param>
/// <param name="Ground">Why.</param>
public sealed record ActivityRescheduled(Days Before, Days Days, Place? Place, string Ground) : ActivityEvent;

public static partial class ActivityDecider
{
    private static Decision Decide(Activity activity, RescheduleActivity command)
    {
        if (activity.State is not ActivityState.Planned) return Refuse.WrongState(activity, ActivityState.Planned);
        var place = command.Place == activity.Place ? null : command.Place;
        return command.Days == activity.Days && place is null ? Decision.Unchanged
            : Accept(new ActivityRescheduled(activity.Days, command.Days, place, command.Ground));
    }
}

public sealed partial record Activity
{
    private Activity Apply(ActivityRescheduled e) => this with { Days = e.Days, Place = e.Place ?? Place };
}
