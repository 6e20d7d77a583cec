using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Record the signing.</summary>
public sealed record SignAgreement(
    DateOfRecord SignedOn, Place SignedAt, IReadOnlyList<string> Languages, IReadOnlyList<Signatory> Signatories, DocumentHash Text) : AgreementCommand
{
    internal override void Check(FieldChecks fields)
    {
        fields.Known("signedOn", SignedOn)
            .Given("signedAt", SignedAt, Place.Check)
            .Each("languages", Languages, 1, 20, (path, language) => fields.Text(path, language, 50))
            .Each("signatories", Signatories, 1, Subject.MostParties, (path, signatory) => Signatory.Check(fields, path, signatory));
        DocumentHash.Check(fields, "text", Text);
    }
}

/// <summary>The agreement was signed.</summary>
public sealed record AgreementSigned(
    DateOfRecord SignedOn, Place SignedAt, IReadOnlyList<string> Languages, IReadOnlyList<Signatory> Signatories, DocumentHash Text) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => SignedOn;
}

/// <summary>Record that it entered into effect.</summary>
public sealed record EnterIntoEffect(DateOfRecord EffectiveOn, Term Term) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields
        .Known("effectiveOn", EffectiveOn)
        .Given("term", Term, (_, path, term) => term.Check(fields, path, EffectiveOn));
}

/// <summary>The agreement entered into effect.</summary>
public sealed record EnteredIntoEffect(DateOfRecord EffectiveOn, Term Term) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => EffectiveOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, SignAgreement command, CommandContext context) =>
        agreement.State is not Approved ? Refuse.WrongState(agreement, "not-approved", Approved)
        : command.SignedOn.IsAfter(context.Today) ? Refuse.InTheFuture("signedOn", command.SignedOn)
        : agreement.Approval is { DecidedOn: var approved } && command.SignedOn.IsBefore(approved) ? Refuse.SignedBeforeApproval(command.SignedOn, approved)
        : Accept(new AgreementSigned(command.SignedOn, command.SignedAt, command.Languages, command.Signatories, command.Text));

    private static Decision Decide(Agreement agreement, EnterIntoEffect command, CommandContext context) =>
        agreement.State is not Signed ? Refuse.WrongState(agreement, "not-signed", Signed)
        : command.EffectiveOn.IsAfter(context.Today) ? Refuse.InTheFuture("effectiveOn", command.EffectiveOn)
        : command.EffectiveOn.IsBefore(agreement.Signing!.SignedOn) ? Refuse.EffectiveBeforeSigning(command.EffectiveOn, agreement.Signing.SignedOn)
        : Accept(new EnteredIntoEffect(command.EffectiveOn, command.Term));
}

public sealed partial record Agreement
{
    private Agreement Apply(AgreementSigned e) => Enter(Signed, e.SignedOn) with { Signing = new Signing(e.SignedOn, e.SignedAt, e.Signatories) };

    private Agreement Apply(EnteredIntoEffect e) => Enter(InEffect, e.EffectiveOn) with { EffectiveOn = e.EffectiveOn, Term = e.Term };
}
