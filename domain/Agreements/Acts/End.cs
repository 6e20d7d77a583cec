using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>The agreement was terminated.</summary>
public sealed record AgreementTerminated(string Change, DateOfRecord EffectiveOn, string Ground, string DecisionNumber) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => EffectiveOn;
}

/// <summary>The Vietnamese side withdrew from the agreement.</summary>
public sealed record WithdrawnFromAgreement(string Change, DateOfRecord EffectiveOn, string Ground, string DecisionNumber) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => EffectiveOn;
}

/// <summary>The agreement <paramref name="Successor"/> took its place.</summary>
public sealed record AgreementSuperseded(string Change, DateOfRecord EffectiveOn, string Successor, string Ground, string DecisionNumber) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => EffectiveOn;
}

/// <summary>Record that the agreement expired by the clock of its own term; that needs no procedure.</summary>
public sealed record ExpireAgreement : AgreementCommand
{
    /// <summary>The first day it was no longer in effect; null: the day after its term. Needed, with source and reason, where the term does not say.</summary>
    public DateOfRecord? ExpiredOn { get; init; }

    internal override void Check(FieldChecks fields)
    {
        if (ExpiredOn is { } expired) fields.Known("expiredOn", expired);
    }
}

/// <summary>The agreement expired; <paramref name="Term"/> is the term that ran out, null where none was recorded.</summary>
public sealed record AgreementExpired(DateOfRecord ExpiredOn, Term? Term) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ExpiredOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, ExpireAgreement command, CommandContext context) =>
        !Lifecycle.Before(Expired).Contains(agreement.State) ? Refuse.WrongState(agreement, "not-in-effect", Lifecycle.Before(Expired))
        : agreement.Term is { RenewsAutomatically: false, Until.Precision: not DatePrecision.Unknown } term ? ByTerm(term, command, context)
        : command.ExpiredOn is not { } stated ? Refuse.TermUnknown(agreement)
        : Ungrounded(context) ?? OutOfTerm(agreement, stated, context) ?? Accept(new AgreementExpired(stated, agreement.Term));

    private static Decision ByTerm(Term term, ExpireAgreement command, CommandContext context) =>
        !term.Until.IsBefore(context.Today) || (command.ExpiredOn is { } early && !term.Until.IsBefore(early) && early != term.DayAfter) ? Refuse.TermRuns(term)
        : Later("expiredOn", command.ExpiredOn ?? DateOfRecord.Unknown, context) ?? Accept(new AgreementExpired(command.ExpiredOn ?? term.DayAfter, term));

    /// <summary>Where somebody ended the renewal, or nobody knows the term.</summary>
    private static Refusal? OutOfTerm(Agreement agreement, DateOfRecord stated, CommandContext context) =>
        Later("expiredOn", stated, context)
        ?? (agreement.Signing is { SignedOn: var signed } && stated.IsBefore(signed) ? Refuse.BeforeSigning("expiredOn", stated, signed)
        : agreement.Term is { } term && stated.IsBefore(term.Until) ? Refuse.TermRuns(term)
        : null);
}

public sealed partial record Agreement
{
    private Agreement Apply(AgreementTerminated e) => InForce(e.Change, e.EffectiveOn).End(Terminated, e.EffectiveOn);

    private Agreement Apply(WithdrawnFromAgreement e) => InForce(e.Change, e.EffectiveOn).End(Withdrawn, e.EffectiveOn);

    private Agreement Apply(AgreementSuperseded e) => InForce(e.Change, e.EffectiveOn).End(Superseded, e.EffectiveOn) with { SupersededBy = e.Successor };

    private Agreement Apply(AgreementExpired e) => End(Expired, e.ExpiredOn);
}
