using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Record what came of it; the first result reported is the report Decision 06/2020/QĐ-TTg asks for.</summary>
public sealed record RecordActivityResult(string Summary, DateOfRecord ReportedOn) : ActivityCommand
{
    /// <summary>Number of the report; null when it has none.</summary>
    public string? Reference { get; init; }

    internal override void Check(FieldChecks fields) =>
        fields.Text("summary", Summary, FieldChecks.Prose).Known("reportedOn", ReportedOn).Optional("reference", Reference);
}

/// <summary>What came of an activity was reported.</summary>
public sealed record ActivityResultRecorded(ActivityResult Result) : ActivityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Result.ReportedOn;
}

public static partial class ActivityDecider
{
    private const int MostResults = 50;

    private static Decision Decide(Activity activity, RecordActivityResult command, CommandContext context) =>
        activity.State is not (ActivityState.Held or ActivityState.Reported) ? Refuse.WrongState(activity, ActivityState.Held, ActivityState.Reported)
        : command.ReportedOn.IsAfter(context.Today) ? Refuse.InTheFuture("reportedOn", command.ReportedOn)
        : command.ReportedOn.IsBefore(activity.Days.From) ? Refuse.ReportedBeforeHeld(command.ReportedOn, activity.Days.From)
        : activity.Results.Length >= MostResults ? Refuse.TooMany("results", MostResults)
        : Accept(new ActivityResultRecorded(new ActivityResult(command.ReportedOn, command.Summary, command.Reference)));
}

public sealed partial record Activity
{
    private Activity Apply(ActivityResultRecorded e) => this with
    {
        State = ActivityState.Reported,
        ResultReportedOn = ResultReportedOn ?? e.Result.ReportedOn,
        Results = Results.Add(e.Result),
    };
}
