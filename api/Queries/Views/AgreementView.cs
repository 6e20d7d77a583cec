using CityGrains.Api.Queries.Due;
using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Api.Queries.Views;

/// <summary>An agreement as a list shows it.</summary>
public sealed record AgreementItem(
    string Id, long Version, LegalState State, string StateVi, AgreementKind Kind, AgreementTitle Title, string Office, IReadOnlyList<PartyView> Parties,
    DateOfRecord? SignedOn, DateOfRecord? EffectiveOn, ProgressView Progress, IReadOnlyList<FlagKind> Flags);

/// <summary>An agreement with everything that is known of it now. Legal state is recorded, progress is derived, declared progress stands beside it.</summary>
public sealed record AgreementView(
    string Id, long Version, LegalState State, string StateVi, AgreementKind Kind, AgreementTitle Title, string Office, IReadOnlyList<PartyView> Parties,
    DateOfRecord? SignedOn, DateOfRecord? EffectiveOn, ProgressView Progress, IReadOnlyList<FlagView> Flags)
{
    public NextView? Next { get; init; }

    public required IReadOnlyList<DeadlineView> Deadlines { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    public string? Proposer { get; init; }

    public Term? Term { get; init; }

    public ConsultationView? Consultation { get; init; }

    public Approval? Approval { get; init; }

    public SigningView? Signing { get; init; }

    public required IReadOnlyList<CommitmentView> Commitments { get; init; }

    public required IReadOnlyList<AttachedEvidence> Evidence { get; init; }

    public required IReadOnlyList<Notice> Notices { get; init; }

    public required IReadOnlyList<Publication> Publications { get; init; }

    public Restriction? Restriction { get; init; }

    public required IReadOnlyList<Breach> Breaches { get; init; }

    public required IReadOnlyList<ClaimedFact> Claims { get; init; }

    public required IReadOnlyList<FeedbackRequest> Requests { get; init; }
    public required IReadOnlyList<ChangeView> Changes { get; init; }

    public required IReadOnlyList<Suspension> Suspensions { get; init; }

    public required IReadOnlyList<SuccessionView> Successions { get; init; }

    public string? SupersededBy { get; init; }

    /// <summary>Ids of its activities and delegations.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    public string? ArchivedAt { get; init; }

    public required IReadOnlyList<PeriodView> Periods { get; init; }

    public AsOfView? AsOf { get; init; }
}

/// <summary>How far an agreement has come: as its commitments and evidence show, and beside it as its office declares.</summary>
public sealed record ProgressView(Progress Derived, int? Percent, DeclaredProgress? Declared);

/// <summary>What a reader should notice, why, and the events it rests on.</summary>
public sealed record FlagView(FlagKind Flag, string Vi, string En, IReadOnlyList<string> Events);

/// <summary>What is to be done next, by whom, and the verb that records it.</summary>
public sealed record NextView(Sentence What, Sentence Who, string Verb, DateOnly? Due);

/// <summary>One side of an agreement.</summary>
public sealed record PartyView(string Name, PartyType Type, CountryView Country, string? City);

/// <summary>A consultation; agencies that are missing have not replied.</summary>
public sealed record ConsultationView(
    IReadOnlyList<string> Dossier, IReadOnlyList<string> Agencies, ConsultationProcedure Procedure, IReadOnlyList<AgencyOpinion> Opinions,
    IReadOnlyList<string> Missing, bool Disputed)
{
    /// <summary>A consultation as readers see it; null where there was none.</summary>
    internal static ConsultationView? Of(Consultation? asked) =>
        asked is null ? null : new ConsultationView(asked.Dossier, asked.Agencies, asked.Procedure, asked.Opinions, [.. asked.Missing], asked.IsDisputed);
}

/// <summary>A signing.</summary>
public sealed record SigningView(DateOfRecord SignedOn, PlaceView? SignedAt, IReadOnlyList<Signatory> Signatories);

/// <summary>A place.</summary>
public sealed record PlaceView(string Name, CountryView? Country);

/// <summary>A commitment with its steps.</summary>
public sealed record CommitmentView(string Id, string Description, string Owner, DateOfRecord DueOn, bool Settled, IReadOnlyList<MilestoneView> Milestones);

/// <summary>A step of a commitment.</summary>
public sealed record MilestoneView(string Id, string Description, DateOfRecord DueOn, MilestoneStatus Status, DateOfRecord? SettledOn);

/// <summary>A legal state and when it began.</summary>
public sealed record PeriodView(LegalState State, string StateVi, DateOfRecord Since);
