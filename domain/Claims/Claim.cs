using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Claims;

/// <summary>How a claim stands.</summary>
public enum ClaimStanding
{
    /// <summary>Nobody has decided on it.</summary>
    Open,

    /// <summary>Somebody doubts it.</summary>
    Disputed,

    /// <summary>It was decided to be so.</summary>
    Holds,

    /// <summary>It was decided not to be so.</summary>
    SetAside,
}

/// <summary>What a source claims of a fact. It stays as it was asserted, whatever is decided on it.</summary>
/// <param name="Id">Id within the record, <c>k1</c>.</param>
/// <param name="Fact">Which fact.</param>
/// <param name="Value">What the source says of it.</param>
/// <param name="Source">The document that says so.</param>
/// <param name="AssertedOn">When it was noted.</param>
public sealed record Claim(string Id, string Fact, ClaimedValue Value, SourceDocument Source, DateOfRecord AssertedOn)
{
    /// <summary>How it stands.</summary>
    public ClaimStanding Standing { get; init; }

    /// <summary>Who doubts it, and why.</summary>
    public ImmutableArray<Dispute> Disputes { get; init; } = [];

    /// <summary>True until it is decided on.</summary>
    internal bool IsUnresolved => Standing is ClaimStanding.Open or ClaimStanding.Disputed;
}

/// <summary>A doubt about a claim.</summary>
/// <param name="By">Who doubts it.</param>
/// <param name="Ground">Why.</param>
/// <param name="On">Since when.</param>
public sealed record Dispute(string By, string Ground, DateOfRecord On);

/// <summary>A decision on all claims of a fact.</summary>
/// <param name="Fact">Which fact.</param>
/// <param name="Holds">Id of the claim that holds, and with it those that say the same; null: none does.</param>
/// <param name="By">Who decided.</param>
/// <param name="Ground">Why.</param>
/// <param name="On">When.</param>
public sealed record Resolution(string Fact, string? Holds, string By, string Ground, DateOfRecord On);
