using System.Collections.Immutable;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Domain.Agreements;

/// <summary>An agreement as its events tell it: what later decisions need, nothing else.</summary>
public sealed partial record Agreement
{
    /// <summary>The agreement nothing is recorded of yet.</summary>
    public static Agreement Unrecorded(string id) => new() { Id = id };

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it consists of.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands in law.</summary>
    public LegalState State { get; init; }

    /// <summary>What sort of instrument it is.</summary>
    public AgreementKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public AgreementTitle Title { get; init; } = new("");

    /// <summary>The sides, in the order they were recorded.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>Fields of cooperation, as "giáo dục".</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>The office that follows it up.</summary>
    public string Office { get; init; } = "";

    /// <summary>Who proposed it; null for a legacy record.</summary>
    public string? Proposer { get; init; }

    /// <summary>Who recorded the proposal, and so may not approve it; null for a legacy record.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>The consultation, once opened.</summary>
    public Consultation? Consultation { get; init; }

    /// <summary>The permission to sign, once given.</summary>
    public Approval? Approval { get; init; }

    /// <summary>The signing, once it took place.</summary>
    public Signing? Signing { get; init; }

    /// <summary>The first day in effect; null until then.</summary>
    public DateOfRecord? EffectiveOn { get; init; }

    /// <summary>How long it stays in effect; null until then.</summary>
    public Term? Term { get; init; }

    /// <summary>What was promised.</summary>
    public ImmutableArray<Commitment> Commitments { get; init; } = [];

    /// <summary>What shows that something was done.</summary>
    public ImmutableArray<AttachedEvidence> Evidence { get; init; } = [];

    /// <summary>Progress as last declared; null when nobody did.</summary>
    public DeclaredProgress? Declared { get; init; }

    /// <summary>Which authorities were told of it, in the order it was recorded.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>Where its text was published.</summary>
    public ImmutableArray<Publication> Publications { get; init; } = [];

    /// <summary>The latest restriction of who may see its text; null when there is none.</summary>
    public Restriction? Restriction { get; init; }

    /// <summary>The breaches that were found.</summary>
    public ImmutableArray<Breach> Breaches { get; init; } = [];

    /// <summary>What sources claim of it.</summary>
    public ClaimBook Claims { get; init; } = ClaimBook.Empty;

    /// <summary>What was asked about it, of whom.</summary>
    public RequestBook Requests { get; init; } = RequestBook.Empty;

    /// <summary>Activities and delegations that belong to it, by id.</summary>
    public ImmutableArray<string> Activities { get; init; } = [];

    /// <summary>Where the original lies, once archived.</summary>
    public string? ArchivedAt { get; init; }

    /// <summary>Each legal state it has been in, since when, in order.</summary>
    public ImmutableArray<StatePeriod> Periods { get; init; } = [];

    /// <summary>What was believed of those periods before it was corrected, oldest first.</summary>
    public ImmutableArray<FormerPeriod> FormerPeriods { get; init; } = [];

    /// <summary>How a legacy record was entered, where its title or parties have changed since; else null.</summary>
    public LegacyEntry? Entered { get; init; }

    /// <summary>True once anything is recorded.</summary>
    public bool Exists => State is not LegalState.Unrecorded;

    /// <summary>The milestone of that id, if there is one.</summary>
    public Milestone? Milestone(string id) => Steps.FirstOrDefault(milestone => milestone.Id == id);
}
