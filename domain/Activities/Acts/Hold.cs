using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Record that it took place, when and where, and how many it reached.</summary>
public sealed record HoldActivity(Days Days) : ActivityCommand
{
    /// <summary>Where; null: as planned.</summary>
    public Place? Place { get; init; }

    /// <summary>How many it reached; null: nobody counted.</summary>
    public IReadOnlyList<Reach>? Reach { get; init; }

    internal override void Check(FieldChecks fields)
    {
        fields.Given("days", Days, Days.Check);
        if (Place is not null) Place.Check(fields, "place", Place);
        if (Reach is not null) fields.Each("reach", Reach, 0, 20, (path, reach) => Activities.Reach.Check(fields, path, reach));
    }
}

/// <summary>An activity took place.</summary>
public sealed record ActivityHeld(Days Days, Place? Place, IReadOnlyList<Reach> Reach) : ActivityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Days.Last;
}

public static partial class ActivityDecider
{
    private static Decision Decide(Activity activity, HoldActivity command, CommandContext context) =>
        activity.State is not ActivityState.Planned ? Refuse.WrongState(activity, ActivityState.Planned)
        : command.Days.Last.IsAfter(context.Today) ? Refuse.InTheFuture(command.Days.To is null ? "days.from" : "days.to", command.Days.Last)
        : Accept(new ActivityHeld(command.Days, command.Place, command.Reach ?? []));
}

public sealed partial record Activity
{
    private Activity Apply(ActivityHeld e) => this with { State = ActivityState.Held, Days = e.Days, Place = e.Place ?? Place, Reach = [.. e.Reach] };
}
