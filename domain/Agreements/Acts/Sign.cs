using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Record the signing.</summary>
public sealed record SignAgreement(
    DateOfRecord SignedOn, Place SignedAt, IReadOnlyList<string> Languages, IReadOnlyList<Signatory> Signatories, DocumentHash Text) : AgreementCommand
{
    internal override void Check(FieldChecks fields)
    {
        fields.Known("signedOn", SignedOn)
            .Text("signedAt.name", SignedAt?.Name)
            .Each("languages", Languages, 1, 20, (path, language) => fields.Text(path, language, 50))
            .Each("signatories", Signatories, 1, Subject.MostParties, (path, signatory) => Signatory.Check(fields, path, signatory));
        DocumentHash.Check(fields, "text", Text);
    }
}

/// <summary>The agreement was signed.</summary>
public sealed record AgreementSigned(
    DateOfRecord SignedOn, Place SignedAt, IReadOnlyList<string> Languages, IReadOnlyList<Signatory> Signatories, DocumentHash Text) : AgreementEvent;

/// <summary>Record that it entered into effect.</summary>
public sealed record EnterIntoEffect(DateOfRecord EffectiveOn, Term Term) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields
        .Known("effectiveOn", EffectiveOn)
        .Must(Term is not null, "term", "không được để trống", "must not be empty")
        .Must(Term?.Until.Latest is not { } until || EffectiveOn.Earliest is not { } effective || until >= effective, "term.until",
            "không thể trước ngày có hiệu lực", "must not lie before the effective date");
}

/// <summary>The agreement entered into effect.</summary>
public sealed record EnteredIntoEffect(DateOfRecord EffectiveOn, Term Term) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, SignAgreement command, CommandContext context) =>
        agreement.State is not LegalState.Approved ? Refuse.WrongState(agreement, "not-approved", LegalState.Approved)
        : command.SignedOn.IsAfter(context.Today) ? Refuse.InTheFuture("signedOn", command.SignedOn)
        : agreement.Approval!.DecidedOn.Earliest is { } approved && command.SignedOn.IsBefore(approved) ? Refuse.SignedBeforeApproval(command.SignedOn, agreement.Approval.DecidedOn)
        : Accept(new AgreementSigned(command.SignedOn, command.SignedAt, command.Languages, command.Signatories, command.Text));

    private static Decision Decide(Agreement agreement, EnterIntoEffect command) =>
        agreement.State is not LegalState.Signed ? Refuse.WrongState(agreement, "not-signed", LegalState.Signed)
        : agreement.Signing!.SignedOn.Earliest is { } signed && command.EffectiveOn.IsBefore(signed) ? Refuse.EffectiveBeforeSigning(command.EffectiveOn, agreement.Signing.SignedOn)
        : Accept(new EnteredIntoEffect(command.EffectiveOn, command.Term));
}

public sealed partial record Agreement
{
    private Agreement Apply(AgreementSigned e) => Enter(LegalState.Signed, e.SignedOn) with { Signing = new Signing(e.SignedOn, e.SignedAt, e.Signatories) };

    private Agreement Apply(EnteredIntoEffect e) => Enter(LegalState.InEffect, e.EffectiveOn) with { EffectiveOn = e.EffectiveOn, Term = e.Term };
}
