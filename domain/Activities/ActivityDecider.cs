using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>What a command leads to, given what an activity is. Pure.</summary>
public static partial class ActivityDecider
{
    /// <summary>Decides a command. The fields are checked first, then the state.</summary>
    public static Decision Decide(Activity activity, ActivityCommand command, CommandContext context)
    {
        var fields = new FieldChecks();
        command.Check(fields);
        context.Check(fields);
        if (fields.Faults.Count > 0) return Refusal.Invalid(fields.Faults);

        return command switch
        {
            PlanActivity c => Decide(activity, c),
            _ when !activity.Exists => Refuse.NotFound(activity.Id),
            ApplyForActivity c => Decide(activity, c, context),
            RescheduleActivity c => Decide(activity, c),
            HoldActivity c => Decide(activity, c, context),
            RecordActivityResult c => Decide(activity, c, context),
            CancelActivity c => Decide(activity, c),
            RelateActivity c => Decide(activity, c),
            AssertActivityClaim c => Decide(activity, c, context),
            ResolveActivityClaim c => Decide(activity, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "An activity has no such command."),
        };
    }

    private static Decision Accept(params IReadOnlyList<ActivityEvent> events) => Decision.Accept(events);
}
