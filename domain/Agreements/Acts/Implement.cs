using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Start the implementation, on the first dated evidence that something was done.</summary>
public sealed record StartImplementation(Evidence Evidence) : AgreementCommand
{
    /// <summary>Id of the commitment or milestone it speaks for; null: the agreement as a whole.</summary>
    public string? For { get; init; }

    internal override void Check(FieldChecks fields) => fields.Given("evidence", Evidence, Evidence.Check).Optional("for", For);
}

/// <summary>The implementation started.</summary>
public sealed record ImplementationStarted(Evidence Evidence, string? For) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Evidence.DatedOn;
}

/// <summary>Add evidence. The first evidence under a plan also starts the implementation.</summary>
public sealed record AttachEvidence(Evidence Evidence) : AgreementCommand
{
    /// <summary>Id of the commitment or milestone it speaks for; null: the agreement as a whole.</summary>
    public string? For { get; init; }

    internal override void Check(FieldChecks fields) => fields.Given("evidence", Evidence, Evidence.Check).Optional("for", For);
}

/// <summary>Evidence was added.</summary>
public sealed record EvidenceAttached(Evidence Evidence, string? For) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Evidence.DatedOn;
}

/// <summary>Declare the implementation complete: every commitment met or waived, each met one with evidence.</summary>
public sealed record CompleteImplementation(string Summary) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("summary", Summary, FieldChecks.Prose);
}

/// <summary>The implementation was completed.</summary>
public sealed record ImplementationCompleted(string Summary) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, StartImplementation command, CommandContext context) =>
        agreement.State is not Planned ? Refuse.WrongState(agreement, "not-planned", Planned)
        : Unfit(agreement, command.Evidence, command.For, context) ?? Accept(new ImplementationStarted(command.Evidence, command.For));

    private static Decision Decide(Agreement agreement, AttachEvidence command, CommandContext context) =>
        !Lifecycle.IsLive(agreement.State) ? Refuse.WrongState(agreement, "not-signed", Lifecycle.Live)
        : Unfit(agreement, command.Evidence, command.For, context)
        ?? Accept(agreement.State is Planned
            ? new ImplementationStarted(command.Evidence, command.For)
            : new EvidenceAttached(command.Evidence, command.For));

    private static Decision Decide(Agreement agreement, CompleteImplementation command) =>
        agreement.State is not Implementing ? Refuse.WrongState(agreement, "not-implementing", Implementing)
        : agreement.Commitments.IsEmpty ? Refuse.NoCommitment()
        : agreement.Commitments.FirstOrDefault(commitment => !commitment.IsSettled) is { } owed ? Refuse.CommitmentOwed(owed)
        : agreement.Commitments.FirstOrDefault(commitment => !agreement.IsProven(commitment)) is { } bare ? Refuse.EvidenceMissing(bare)
        : Accept(new ImplementationCompleted(command.Summary));

    private static Refusal? Unfit(Agreement agreement, Evidence evidence, string? @for, CommandContext context) =>
        evidence.DatedOn.IsAfter(context.Today) ? Refuse.InTheFuture("evidence.datedOn", evidence.DatedOn)
        : @for is not null && !agreement.Owes(@for) ? Refuse.NoSuchCommitment(@for)
        : null;
}

public sealed partial record Agreement
{
    /// <summary>True when the id names a commitment or a milestone of this agreement.</summary>
    internal bool Owes(string id) => Commitments.Any(commitment => commitment.Id == id) || Milestone(id) is not null;

    /// <summary>True when all of it was waived, or evidence speaks for it or a step of it; evidence for the agreement as a whole proves none.</summary>
    internal bool IsProven(Commitment commitment) =>
        commitment.Milestones.All(milestone => milestone.Status is MilestoneStatus.Waived)
        || Evidence.Any(evidence => evidence.For == commitment.Id || commitment.Milestones.Any(milestone => milestone.Id == evidence.For));

    private Agreement Apply(ImplementationStarted e) => Enter(Implementing, e.Evidence.DatedOn).Attach(e.Evidence, e.For);

    private Agreement Apply(EvidenceAttached e) => Attach(e.Evidence, e.For);

    private Agreement Attach(Evidence evidence, string? @for) => this with { Evidence = Evidence.Add(new AttachedEvidence(evidence, @for)) };
}
