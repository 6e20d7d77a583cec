namespace CityGrains.Api.Imports.Edits;

/// <summary>What a column of a sheet that follows records up can mean.</summary>
internal static class EditField
{
    public const string Id = "id", Version = "version", Title = "title", Office = "office", Reason = "reason", Source = "source",
        SourceReference = "sourceReference";

    public const string ForeignTitle = "foreignTitle", SignedOn = "signedOn", EffectiveOn = "effectiveOn", Percent = "percent", Summary = "summary",
        ReportedOn = "reportedOn";

    public const string State = "state", Kind = "kind", Parties = "parties", Countries = "countries", Derived = "derived", DerivedPercent = "derivedPercent",
        Flags = "flags";

    public const string Milestone = "milestone", Commitment = "commitment", Owner = "owner", CommitmentDueOn = "commitmentDueOn", Step = "step",
        DueOn = "dueOn", Status = "status",
        SettledOn = "settledOn", Evidence = "evidence", EvidenceDatedOn = "evidenceDatedOn", EvidenceReference = "evidenceReference", Plan = "plan";

    public const string Agreement = "agreement", City = "city", About = "about", AskedBy = "askedBy", AskedOf = "askedOf", Question = "question",
        AskedOn = "askedOn", DueBy = "dueBy", Answer = "answer", AnsweredOn = "answeredOn", AnsweredBy = "answeredBy", AnswerDocument = "answerDocument",
        Overdue = "overdue";

    public const string Name = "name", CountryCode = "countryCode", Country = "country", Latitude = "latitude", Longitude = "longitude",
        Standing = "status", ChangedOn = "changedOn", Decision = "decision";

    public const string Organiser = "organiser", From = "from", To = "to", Place = "place", International = "international", Reach = "reach",
        Count = "count", Qualifier = "qualifier", AppliedOn = "appliedOn", ReportReference = "reportReference";

    /// <summary>Fields of a sheet with a row for each agreement.</summary>
    public static IReadOnlyList<string> OfAgreements { get; } =
    [
        Id, Version, Title, ForeignTitle, SignedOn, EffectiveOn, Office, Percent, Summary, ReportedOn, Reason, Source, SourceReference,
        State, Kind, Parties, Countries, Derived, DerivedPercent, Flags,
    ];

    /// <summary>Fields of a sheet with a row for each milestone.</summary>
    public static IReadOnlyList<string> OfMilestones { get; } =
    [
        Id, Version, Title, Office, Milestone, Commitment, Owner, CommitmentDueOn, Step, DueOn, Status, SettledOn, Evidence, EvidenceDatedOn,
        EvidenceReference, Plan,
        Reason, Source, SourceReference,
    ];

    /// <summary>Fields of a sheet with a row for each request.</summary>
    public static IReadOnlyList<string> OfRequests { get; } =
    [
        Id, Version, Agreement, City, About, AskedBy, AskedOf, Question, AskedOn, DueBy, Answer, AnsweredOn, AnsweredBy, AnswerDocument, Overdue,
        Source, SourceReference,
    ];

    /// <summary>Fields of a sheet with a row for each city.</summary>
    public static IReadOnlyList<string> OfCities { get; } =
        [Id, Version, Name, CountryCode, Country, Latitude, Longitude, Standing, ChangedOn, Decision, Reason, Source, SourceReference];

    /// <summary>Fields of a sheet with a row for each activity.</summary>
    public static IReadOnlyList<string> OfActivities { get; } =
    [
        Id, Version, State, Kind, Title, Organiser, Office, AppliedOn, From, To, Place, Country, International, Reach, Count, Qualifier,
        Summary, ReportedOn, ReportReference, Reason, Source, SourceReference,
    ];

    /// <summary>The fields that are dates.</summary>
    public static IReadOnlyList<string> Dates { get; } =
        [SignedOn, EffectiveOn, ReportedOn, CommitmentDueOn, DueOn, SettledOn, EvidenceDatedOn, AskedOn, DueBy, AnsweredOn, ChangedOn, From, To, AppliedOn];
}
