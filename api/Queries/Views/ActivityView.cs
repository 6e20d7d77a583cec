using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries.Views;

/// <summary>An activity as a list shows it.</summary>
public sealed record ActivityItem(
    string Id, long Version, ActivityState State, string StateVi, ActivityKind Kind, string Title, string Organiser, string Office, DaysView Days,
    PlaceView? Place,
    bool International, IReadOnlyList<Reach> Reach)
{
    public DateOfRecord? AppliedOn { get; init; }

    /// <summary>The last result that was reported.</summary>
    public ActivityResult? Result { get; init; }
}

/// <summary>An activity with everything that is known of it now.</summary>
public sealed record ActivityView(
    string Id, long Version, ActivityState State, string StateVi, ActivityKind Kind, string Title, string Organiser, string Office, DaysView Days,
    PlaceView? Place,
    bool International, IReadOnlyList<Reach> Reach)
{
    public DateOfRecord? AppliedOn { get; init; }

    public DateOfRecord? ResultReportedOn { get; init; }

    public required IReadOnlyList<ActivityResult> Results { get; init; }

    public required IReadOnlyList<string> Agreements { get; init; }

    public required IReadOnlyList<string> Cities { get; init; }

    public required IReadOnlyList<ClaimedFact> Claims { get; init; }

    public AsOfView? AsOf { get; init; }
}

/// <summary>The days something takes; without <c>to</c>, it is over the same day.</summary>
public sealed record DaysView(DateOfRecord From, DateOfRecord? To);
