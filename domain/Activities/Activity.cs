using System.Collections.Immutable;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Activities;

/// <summary>An activity of cooperation as its events tell it: a conference, a visit, an exhibition, a training, a delegation.</summary>
public sealed partial record Activity
{
    /// <summary>The activity nothing is recorded of yet.</summary>
    public static Activity Unrecorded(string id) => new() { Id = id };

    /// <summary>Its id, <c>act-2022-bridge-forum</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it consists of.</summary>
    public long Version { get; init; }

    /// <summary>How far it has come.</summary>
    public ActivityState State { get; init; }

    /// <summary>What sort it is.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who holds it.</summary>
    public string Organiser { get; init; } = "";

    /// <summary>The office that follows it up.</summary>
    public string Office { get; init; } = "";

    /// <summary>When it takes place: as planned, then as it was.</summary>
    public Days Days { get; init; } = new(DateOfRecord.Unknown);

    /// <summary>Where; null when nobody recorded it.</summary>
    public Place? Place { get; init; }

    /// <summary>It is an international conference or seminar, which needs permission: Decision 06/2020/QĐ-TTg.</summary>
    public bool International { get; init; }

    /// <summary>The Prime Minister decides on it, which takes longer; null where nobody said so.</summary>
    public bool? DecidedByPrimeMinister { get; init; }

    /// <summary>When the organiser applied for permission; null until then.</summary>
    public DateOfRecord? AppliedOn { get; init; }

    /// <summary>When its result was first reported; null until then.</summary>
    public DateOfRecord? ResultReportedOn { get; init; }

    /// <summary>How many it reached, as sources state it.</summary>
    public ImmutableArray<Reach> Reach { get; init; } = [];

    /// <summary>What came of it, oldest first.</summary>
    public ImmutableArray<ActivityResult> Results { get; init; } = [];

    /// <summary>Agreements it belongs to.</summary>
    public ImmutableArray<string> Agreements { get; init; } = [];

    /// <summary>Cities that take part.</summary>
    public ImmutableArray<string> Cities { get; init; } = [];

    /// <summary>What sources claim of it.</summary>
    public ClaimBook Claims { get; init; } = ClaimBook.Empty;

    /// <summary>Which event each step rests on.</summary>
    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <summary>When it was entered; null until then.</summary>
    public Registration? Registration { get; init; }

    /// <summary>True once it is entered.</summary>
    public bool Exists => Registration is not null;

    /// <summary>The activity after one more event. Takes any event: a look back may leave out what came before it.</summary>
    public static Activity Evolve(Activity activity, Happening<ActivityEvent> happening)
    {
        var after = happening.Event switch
        {
            ActivityPlanned e => activity.Marked("planned", happening).Apply(e, happening),
            ActivityApplied e => activity.Marked("applied", happening) with { AppliedOn = e.AppliedOn },
            ActivityRescheduled e => (activity with { Marks = activity.Marks.RemoveAll(mark => mark.Of == "days") }).Marked("days", happening).Apply(e),
            ActivityHeld e => activity.Marked("held", happening).Apply(e),
            ActivityResultRecorded e => activity.Marked("reported", happening).Apply(e),
            ActivityCancelled => activity.Marked("cancelled", happening) with { State = ActivityState.Cancelled },
            ActivityRelated e => activity.Apply(e),
            ActivityClaimAsserted e => activity.Apply(e, happening.On),
            ActivityClaimResolved e => activity.Apply(e, happening.On),
            _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.Event.GetType().Name, "An activity has no such event."),
        };
        return after with { Version = activity.Version + 1 };
    }

    private Activity Marked(string part, Happening<ActivityEvent> happening) => this with { Marks = Marks.Add(part, happening, Version + 1) };

    /// <summary>The activity as a look back shows it; what began it counts wherever something later of it does.</summary>
    public static Activity AsOf(string id, IReadOnlyList<Happening<ActivityEvent>> history, AsOf when)
    {
        var known = when.KnownOf(history);
        var any = known.Any(happening => when.Counts(happening.On));
        return known.Where((happening, place) => when.Counts(happening.On) || (place == 0 && any)).Aggregate(Unrecorded(id), Evolve);
    }

    /// <summary>What people call a state, in Vietnamese.</summary>
    public static string Vietnamese(ActivityState state) => state switch
    {
        ActivityState.Planned => "Dự kiến",
        ActivityState.Held => "Đã tổ chức",
        ActivityState.Reported => "Đã báo cáo kết quả",
        ActivityState.Cancelled => "Đã hủy",
        _ => "Chưa ghi nhận",
    };
}
