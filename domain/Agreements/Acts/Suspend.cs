using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>The implementation was suspended: the whole, or <paramref name="Part"/> of it while the rest goes on.</summary>
public sealed record ImplementationSuspended(
    string Change, DateOfRecord From, DateOfRecord? Until, string? Part, string Ground, string DecisionNumber) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => From;
}

/// <summary>End a suspension: of the whole, the agreement is again in the state before.</summary>
public sealed record ResumeImplementation(DateOfRecord ResumedOn, string DecisionNumber, string Authority) : AgreementCommand
{
    /// <summary>The change that suspended it, <c>ch1</c>; null where only one suspension is meant: of the whole, else the only part.</summary>
    public string? Change { get; init; }

    /// <summary>The state to come back to, where the record does not know the state before; else null.</summary>
    public LegalState? ReturnsTo { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Known("resumedOn", ResumedOn).Text("decisionNumber", DecisionNumber).Text("authority", Authority).Optional("change", Change)
        .Must(ReturnsTo is null or InEffect or Planned or Implementing or Implemented, "returnsTo",
            "phải là InEffect, Planned, Implementing hoặc Implemented", "must be InEffect, Planned, Implementing or Implemented");
}

/// <summary>A suspension ended; <paramref name="ReturnsTo"/> is the state of the agreement since, null where only a part had been suspended.</summary>
public sealed record ImplementationResumed(string? Change, DateOfRecord ResumedOn, string DecisionNumber, string Authority,
    LegalState? ReturnsTo) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ResumedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, ResumeImplementation command, CommandContext context)
    {
        if (agreement.State is not Suspended && agreement.Suspensions.IsEmpty) return Refuse.WrongState(agreement, "not-suspended", Suspended);
        if (Later("resumedOn", command.ResumedOn, context) is { } later) return later;

        var meant = agreement.Meant(command.Change);
        if (meant.Count == 0 && agreement.State is Suspended && command.Change is null) return command.ReturnsTo is { } state
            ? Accept(new ImplementationResumed(null, command.ResumedOn, command.DecisionNumber, command.Authority, state))
            : Refuse.StateBeforeUnknown();

        return meant is not [var suspension] ? Refuse.NoSuchSuspension(agreement)
            : command.ReturnsTo is { } other && other != suspension.Before ? Refuse.ReturnsElsewhere(suspension)
            : command.ResumedOn.IsBefore(suspension.From) ? Refuse.ResumedBeforeSuspension(command.ResumedOn, suspension.From)
            : Accept(new ImplementationResumed(suspension.Change, command.ResumedOn, command.DecisionNumber, command.Authority, suspension.Before));
    }
}

public sealed partial record Agreement
{
    /// <summary>The suspensions a resumption may mean.</summary>
    internal IReadOnlyList<Suspension> Meant(string? change) =>
        [.. Suspensions.Where(suspension => change is not null ? suspension.Change == change : State is not Suspended || suspension.Part is null)];

    private Agreement Apply(ImplementationSuspended e)
    {
        var before = e.Part is null ? State : (LegalState?)null;
        var suspended = InForce(e.Change, e.From) with { Suspensions = Suspensions.Add(new Suspension(e.Change, e.Part, e.From, e.Until, before)) };
        return e.Part is null ? suspended.Enter(Suspended, e.From) : suspended;
    }

    private Agreement Apply(ImplementationResumed e)
    {
        var resumed = this with { Suspensions = Suspensions.RemoveAll(suspension => suspension.Change == e.Change) };
        return e.ReturnsTo is { } state ? resumed.Enter(state, e.ResumedOn) : resumed;
    }
}
