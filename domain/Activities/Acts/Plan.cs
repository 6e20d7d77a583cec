using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Enter an activity that is planned, or was. The same again changes nothing.</summary>
public sealed record PlanActivity(ActivityKind Kind, string Title, string Organiser, string Office, Days Days) : ActivityCommand
{
    /// <summary>Where; null when nobody knows yet.</summary>
    public Place? Place { get; init; }

    /// <summary>It is an international conference or seminar, which needs permission.</summary>
    public bool International { get; init; }

    /// <summary>The Prime Minister decides on it: permission is applied for 40 days ahead instead of 30. Decision 06/2020/QĐ-TTg.</summary>
    public bool? DecidedByPrimeMinister { get; init; }

    internal override void Check(FieldChecks fields)
    {
        fields.OneOf("kind", Kind).Text("title", Title).Text("organiser", Organiser).Text("office", Office).Given("days", Days, Days.Check);
        if (Place is not null) Place.Check(fields, "place", Place);
    }
}

/// <summary>An activity was planned.</summary>
public sealed record ActivityPlanned(
    ActivityKind Kind, string Title, string Organiser, string Office, Days Days, Place? Place, bool International) : ActivityEvent
{
    /// <summary>The Prime Minister decides on it; null where nobody said so.</summary>
    public bool? DecidedByPrimeMinister { get; init; }

    /// <summary>Nobody knows since when, where nobody says so.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => Days.From.IsAfter(today) ? DateOfRecord.Day(today) : DateOfRecord.Unknown;
}

public static partial class ActivityDecider
{
    private static Decision Decide(Activity activity, PlanActivity command)
    {
        if (!RecordId.IsValid(activity.Id)) return Refuse.BadId(activity.Id);
        var title = NormalForm.Compose(command.Title).Trim();
        if (activity.Title == title && activity.Kind == command.Kind && activity.Days == command.Days) return Decision.Unchanged;
        return activity.Exists ? Refuse.AlreadyExists(activity)
            : Accept(new ActivityPlanned(command.Kind, title, command.Organiser, command.Office, command.Days, command.Place, command.International)
            {
                DecidedByPrimeMinister = command.DecidedByPrimeMinister,
            });
    }
}

public sealed partial record Activity
{
    private Activity Apply(ActivityPlanned e, Happening<ActivityEvent> happening) => this with
    {
        State = ActivityState.Planned,
        Kind = e.Kind,
        Title = e.Title,
        Organiser = e.Organiser,
        Office = e.Office,
        Days = e.Days,
        Place = e.Place,
        International = e.International,
        DecidedByPrimeMinister = e.DecidedByPrimeMinister,
        Registration = new Registration(happening.On, happening.RecordedAt),
    };
}
