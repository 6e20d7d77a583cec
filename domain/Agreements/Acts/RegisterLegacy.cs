using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Enter an agreement that was made before this record began, at whatever state it has reached. The context must name the source.</summary>
public sealed record RegisterLegacyAgreement(
    AgreementKind Kind, AgreementTitle Title, IReadOnlyList<Party> Parties, string Office, LegalState State, DateOfRecord SignedOn) : AgreementCommand
{
    /// <summary>Fields of cooperation; may be empty.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>First day in effect; unknown when the source does not say.</summary>
    public DateOfRecord EffectiveOn { get; init; }

    /// <summary>How long it stays in effect; null when the source does not say.</summary>
    public Term? Term { get; init; }

    internal override void Check(FieldChecks fields)
    {
        Subject.Check(fields, Kind, Title, Parties, Fields);
        fields.Text("office", Office).OneOf("state", State)
            .Must(State is not LegalState.Unrecorded, "state", "phải là trạng thái đã đạt tới", "must be the state it has reached");
    }
}

/// <summary>An agreement made before this record began was entered, at the state it had reached.</summary>
public sealed record LegacyAgreementRegistered(
    AgreementKind Kind, AgreementTitle Title, IReadOnlyList<Party> Parties, IReadOnlyList<string> Fields, string Office,
    LegalState State, DateOfRecord SignedOn, DateOfRecord EffectiveOn, Term? Term) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, RegisterLegacyAgreement command, CommandContext context) =>
        !RecordId.IsValid(agreement.Id) ? Refuse.BadId(agreement.Id)
        : agreement.Exists && agreement.Kind == command.Kind && agreement.Parties.SequenceEqual(command.Parties) ? Decision.Unchanged
        : agreement.Exists ? Refuse.AlreadyExists(agreement.Id)
        : context.Source is null ? Refuse.SourceMissing()
        : command.SignedOn.IsAfter(context.Today) ? Refuse.InTheFuture("signedOn", command.SignedOn)
        : Accept(new LegacyAgreementRegistered(
            command.Kind, command.Title, command.Parties, command.Fields, command.Office, command.State, command.SignedOn, command.EffectiveOn, command.Term));
}

public sealed partial record Agreement
{
    private Agreement Apply(LegacyAgreementRegistered e, DateOfRecord on) => Enter(e.State, e.State is LegalState.Signed ? e.SignedOn : e.State is LegalState.InEffect ? e.EffectiveOn : on) with
    {
        Kind = e.Kind,
        Title = e.Title,
        Parties = [.. e.Parties],
        Fields = [.. e.Fields],
        Office = e.Office,
        Signing = WasSigned(e.State) ? new Signing(e.SignedOn, null, []) : null,
        EffectiveOn = e.State >= LegalState.InEffect && WasSigned(e.State) ? e.EffectiveOn : null,
        Term = e.Term,
    };

    /// <summary>An archived legacy record does not say whether it was signed; one that bears a signing date was.</summary>
    private static bool WasSigned(LegalState state) => state is >= LegalState.Signed and <= LegalState.Superseded or LegalState.Archived;
}
