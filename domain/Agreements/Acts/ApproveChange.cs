using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Permit a change. Whoever proposed it may not.</summary>
public sealed record ApproveChange(string Change, string DecisionNumber, DateOfRecord DecidedOn, string Authority) : AgreementCommand
{
    /// <summary>Why it is decided before every agency replied; null when all did.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Reference of the Prime Minister's written consent; needed where an agency disagrees: art. 19(4).</summary>
    public string? PrimeMinisterConsent { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("change", Change).Text("decisionNumber", DecisionNumber).Known("decidedOn", DecidedOn).Text("authority", Authority)
        .Optional("overrideReason", OverrideReason, FieldChecks.Prose).Optional("primeMinisterConsent", PrimeMinisterConsent);
}

/// <summary>A change was permitted.</summary>
public sealed record ChangeApproved(
    string Change, string DecisionNumber, DateOfRecord DecidedOn, string Authority, string? OverrideReason, string? PrimeMinisterConsent) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => DecidedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, ApproveChange command, CommandContext context) =>
        NotAt(agreement, command.Change, ChangeState.Consulting, ChangeState.Exempt)
        ?? Unapprovable(agreement.Process(command.Change)!, command, context)
        ?? Later("decidedOn", command.DecidedOn, context)
        ?? Accept(new ChangeApproved(
            command.Change, command.DecisionNumber, command.DecidedOn, command.Authority, command.OverrideReason, command.PrimeMinisterConsent));

    private static Refusal? Unapprovable(ChangeProcess change, ApproveChange command, CommandContext context) =>
        change.ProposedBy == context.Actor ? Refuse.FourEyes(context.Actor)
        : change.Exemption is { } exemption && !ExemptionRule.Of(exemption).Holds(command.DecidedOn) ? Refuse.ExemptionEnded(ExemptionRule.Of(exemption))
        : change.Consultation is not { } asked ? null
        : asked.IsDisputed && command.PrimeMinisterConsent is null ? Refuse.PrimeMinisterConsentMissing()
        : command.OverrideReason is null && asked.Missing.Any() ? Refuse.OpinionsMissing(asked.Missing)
        : null;
}

public sealed partial record Agreement
{
    private Agreement Apply(ChangeApproved e) => Moved(e.Change, change => change with
    {
        State = ChangeState.Approved,
        Approval = new ChangeApproval(e.DecisionNumber, e.DecidedOn, e.Authority),
    });
}
