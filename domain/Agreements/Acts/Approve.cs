using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>The permission to sign.</summary>
/// <param name="DecisionNumber">Number of the decision.</param>
/// <param name="DecidedOn">Its date.</param>
/// <param name="Authority">Who decided.</param>
/// <param name="Signatory">Who may sign.</param>
public sealed record Approval(string DecisionNumber, DateOfRecord DecidedOn, string Authority, string Signatory);

/// <summary>Bring a disputed agreement before the Prime Minister: Law 70/2020/QH14, art. 19(4).</summary>
public sealed record EscalateToPrimeMinister(string Reference) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("reference", Reference);
}

/// <summary>A disputed agreement was brought before the Prime Minister.</summary>
public sealed record EscalatedToPrimeMinister(string Reference) : AgreementEvent;

/// <summary>Permit the signing. Whoever proposed it may not.</summary>
public sealed record ApproveSigning(string DecisionNumber, DateOfRecord DecidedOn, string Authority, string Signatory) : AgreementCommand
{
    /// <summary>Why it is decided before every agency replied; null when all did.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Reference of the Prime Minister's written consent; needed after an escalation.</summary>
    public string? PrimeMinisterConsent { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("decisionNumber", DecisionNumber).Known("decidedOn", DecidedOn).Text("authority", Authority).Text("signatory", Signatory)
        .Optional("overrideReason", OverrideReason, FieldChecks.Prose).Optional("primeMinisterConsent", PrimeMinisterConsent);
}

/// <summary>The signing was permitted.</summary>
public sealed record SigningApproved(
    string DecisionNumber, DateOfRecord DecidedOn, string Authority, string Signatory, string? OverrideReason, string? PrimeMinisterConsent) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => DecidedOn;
}

/// <summary>Refuse the signing.</summary>
public sealed record RejectSigning(string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The signing was refused.</summary>
public sealed record SigningRejected(string Ground) : AgreementEvent;

/// <summary>Give the proposal up.</summary>
public sealed record AbandonProposal(string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The proposal was given up.</summary>
public sealed record ProposalAbandoned(string Ground) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, EscalateToPrimeMinister command) =>
        agreement.State is not Consulting ? Refuse.WrongState(agreement, "not-consulting", Consulting)
        : agreement.Consultation!.Missing.Any() ? Refuse.OpinionsMissing(agreement.Consultation.Missing)
        : !agreement.Consultation.IsDisputed ? Refuse.NotDisputed()
        : Accept(new EscalatedToPrimeMinister(command.Reference));

    private static Decision Decide(Agreement agreement, ApproveSigning command, CommandContext context) =>
        agreement.State is not (Consulting or Escalated) ? Refuse.WrongState(agreement, "not-consulting", Consulting, Escalated)
        : agreement.ProposedBy == context.Actor ? Refuse.FourEyes(context.Actor)
        : agreement.State is Consulting && agreement.Consultation!.IsDisputed ? Refuse.Disputed()
        : agreement.State is Escalated && command.PrimeMinisterConsent is null ? Refuse.PrimeMinisterConsentMissing()
        : command.OverrideReason is null && agreement.Consultation!.Missing.Any() ? Refuse.OpinionsMissing(agreement.Consultation.Missing)
        : command.DecidedOn.IsAfter(context.Today) ? Refuse.InTheFuture("decidedOn", command.DecidedOn)
        : Accept(new SigningApproved(
            command.DecisionNumber, command.DecidedOn, command.Authority, command.Signatory, command.OverrideReason, command.PrimeMinisterConsent));

    private static Decision Decide(Agreement agreement, RejectSigning command) =>
        agreement.State is not (Consulting or Escalated) ? Refuse.WrongState(agreement, "not-consulting", Consulting, Escalated)
        : Accept(new SigningRejected(command.Ground));

    private static Decision Decide(Agreement agreement, AbandonProposal command) =>
        agreement.State is not (Proposed or Consulting or Approved)
            ? Refuse.WrongState(agreement, "not-abandonable", Proposed, Consulting, Approved)
        : Accept(new ProposalAbandoned(command.Ground));
}

public sealed partial record Agreement
{
    private Agreement Apply(SigningApproved e) =>
        Enter(Approved, e.DecidedOn) with { Approval = new Approval(e.DecisionNumber, e.DecidedOn, e.Authority, e.Signatory) };
}
