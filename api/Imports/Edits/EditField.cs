namespace CityGrains.Api.Imports.Edits;

/// <summary>What a column of a sheet that follows agreements up can mean.</summary>
internal static class EditField
{
    public const string Id = "id", Version = "version", Title = "title", Office = "office", Reason = "reason", Source = "source", SourceReference = "sourceReference";

    public const string ForeignTitle = "foreignTitle", SignedOn = "signedOn", EffectiveOn = "effectiveOn", Percent = "percent", Summary = "summary", ReportedOn = "reportedOn";

    public const string State = "state", Kind = "kind", Parties = "parties", Countries = "countries", Derived = "derived", DerivedPercent = "derivedPercent", Flags = "flags";

    public const string Milestone = "milestone", Commitment = "commitment", Owner = "owner", CommitmentDueOn = "commitmentDueOn", Step = "step", DueOn = "dueOn", Status = "status",
        SettledOn = "settledOn", Evidence = "evidence", EvidenceDatedOn = "evidenceDatedOn", EvidenceReference = "evidenceReference", Plan = "plan";

    /// <summary>Fields of a sheet with a row for each agreement.</summary>
    public static IReadOnlyList<string> OfAgreements { get; } =
    [
        Id, Version, Title, ForeignTitle, SignedOn, EffectiveOn, Office, Percent, Summary, ReportedOn, Reason, Source, SourceReference,
        State, Kind, Parties, Countries, Derived, DerivedPercent, Flags,
    ];

    /// <summary>Fields of a sheet with a row for each milestone.</summary>
    public static IReadOnlyList<string> OfMilestones { get; } =
    [
        Id, Version, Title, Office, Milestone, Commitment, Owner, CommitmentDueOn, Step, DueOn, Status, SettledOn, Evidence, EvidenceDatedOn, EvidenceReference, Plan,
        Reason, Source, SourceReference,
    ];

    /// <summary>The fields that are dates.</summary>
    public static IReadOnlyList<string> Dates { get; } = [SignedOn, EffectiveOn, ReportedOn, CommitmentDueOn, DueOn, SettledOn, EvidenceDatedOn];
}
