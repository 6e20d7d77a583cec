using CityGrains.Api.Audit;
using CityGrains.Api.Queries.Views;

namespace CityGrains.Api.Pages.Audit;

/// <summary>Where an inspection begins: how the record is sealed, and which records there are.</summary>
/// <param name="Words">What is searched for; null: nothing.</param>
/// <param name="Agreements">The first agreements found.</param>
/// <param name="Cities">The first cities found.</param>
public sealed record Integrity(string? Words, IReadOnlyList<AgreementItem> Agreements, IReadOnlyList<CityItem> Cities)
{
    /// <summary>The first activities found.</summary>
    public IReadOnlyList<ActivityItem> Activities { get; init; } = [];

    /// <summary>The first offices found.</summary>
    public IReadOnlyList<OfficeItem> Offices { get; init; } = [];

    /// <summary>Every record found, agreements first.</summary>
    public int Found => Agreements.Count + Cities.Count + Activities.Count + Offices.Count;

    /// <summary>The latest checkpoints, the newest first; none before the first was signed.</summary>
    public required IReadOnlyList<CheckpointView> Checkpoints { get; init; }

    /// <summary>The latest is signed by a key of the record, and every key entered rightly.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>How the last verification of the whole store stands.</summary>
    public required CheckupView Checkup { get; init; }
}
