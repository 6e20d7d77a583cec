using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Record that an approved change took effect: what it does happens to the agreement.</summary>
public sealed record PutChangeIntoEffect(string Change, DateOfRecord EffectiveOn) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("change", Change).Known("effectiveOn", EffectiveOn);
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, PutChangeIntoEffect command, CommandContext context) =>
        NotAt(agreement, command.Change, ChangeState.Approved)
        ?? Unchangeable(agreement, agreement.Process(command.Change)!.Change)
        ?? Untimely(agreement.Process(command.Change)!, command, context)
        ?? Accept(Effect(agreement, agreement.Process(command.Change)!, command.EffectiveOn));

    private static Refusal? Untimely(ChangeProcess change, PutChangeIntoEffect command, CommandContext context) =>
        Later("effectiveOn", command.EffectiveOn, context)
        ?? (command.EffectiveOn.IsBefore(change.Approval!.DecidedOn) ? Refuse.EffectiveBeforeDecision(command.EffectiveOn, change.Approval.DecidedOn)
        : change.Change.Until is { } until && until.IsBefore(command.EffectiveOn) ? Refuse.SuspendedAfterItsEnd(command.EffectiveOn, until)
        : null);

    private static AgreementEvent Effect(Agreement agreement, ChangeProcess process, DateOfRecord on)
    {
        var (id, change, decision) = (process.Id, process.Change, process.Approval!.DecisionNumber);
        return change.Kind switch
        {
            ChangeKind.Amendment => new AgreementAmended(id, on, change.Provisions, change.Title, change.Renames, change.Ground, decision),
            ChangeKind.Extension => new AgreementExtended(id, on, agreement.Term, change.Term!, change.Ground, decision),
            ChangeKind.Suspension => new ImplementationSuspended(id, on, change.Until, change.Part, change.Ground, decision),
            ChangeKind.Termination => new AgreementTerminated(id, on, change.Ground, decision),
            ChangeKind.Withdrawal => new WithdrawnFromAgreement(id, on, change.Ground, decision),
            _ => new AgreementSuperseded(id, on, change.Successor!, change.Ground, decision),
        };
    }
}
