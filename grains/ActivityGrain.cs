using CityGrains.Domain.Activities;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Grains;

/// <summary>One activity: the sequence of what happened to it, decided by <see cref="ActivityDecider"/>.</summary>
public sealed class ActivityGrain(IJournal journal)
    : RecordGrain<Activity, ActivityCommand, ActivityEvent>(journal, RecordTypes.Activity), IActivityGrain
{
    /// <inheritdoc/>
    protected override string? OfficeOf(Activity activity) => activity.Office;

    /// <inheritdoc/>
    protected override Decision<ActivityEvent> Decide(Activity activity, ActivityCommand command, CommandContext context) =>
        ActivityDecider.Decide(activity, command, context);
}
