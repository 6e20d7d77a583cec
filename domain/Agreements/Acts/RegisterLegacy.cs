using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>
/// Enter an agreement that was made before this record began, at whatever state it has reached. The context must name the source;
/// its date is the one on which that state was reached.
/// </summary>
public sealed record RegisterLegacyAgreement(
    AgreementKind Kind, AgreementTitle Title, IReadOnlyList<Party> Parties, string Office, LegalState State, DateOfRecord SignedOn) : AgreementCommand
{
    /// <summary>Fields of cooperation; may be empty.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>First day in effect; unknown when the source does not say.</summary>
    public DateOfRecord EffectiveOn { get; init; }

    /// <summary>How long it stays in effect; null when the source does not say.</summary>
    public Term? Term { get; init; }

    private static Sentence OneOfStates { get; } = new(
        $"phải là một trong: {string.Join(", ", Enum.GetNames<LegalState>().Skip(1))}",
        $"must be one of: {string.Join(", ", Enum.GetNames<LegalState>().Skip(1))}");

    internal override void Check(FieldChecks fields)
    {
        Subject.Check(fields, Kind, Title, Parties, Fields);
        fields.Text("office", Office)
            .Must(Enum.IsDefined(State) && State is not Unrecorded, "state", OneOfStates.Vi, OneOfStates.En)
            .Must(SignedOn == DateOfRecord.Unknown || Lifecycle.MayBeSigned(State), "signedOn",
                "trạng thái này là chưa ký; bỏ ngày ký hoặc sửa trạng thái", "lies ahead of this state; leave the date out or correct the state")
            .Must(EffectiveOn == DateOfRecord.Unknown || Lifecycle.MayBeInEffect(State), "effectiveOn",
                "trạng thái này là chưa có hiệu lực; bỏ ngày này hoặc sửa trạng thái", "lies ahead of this state; leave the date out or correct the state");
        Term?.Check(fields, "term", EffectiveOn);
    }
}

/// <summary>An agreement made before this record began was entered, at the state it had reached.</summary>
public sealed record LegacyAgreementRegistered(
    AgreementKind Kind, AgreementTitle Title, IReadOnlyList<Party> Parties, IReadOnlyList<string> Fields, string Office,
    LegalState State, DateOfRecord SignedOn, DateOfRecord EffectiveOn, Term? Term) : AgreementEvent
{
    /// <summary>The date of the state it entered at, where that is the signing or the effect; of the others only the envelope can tell.</summary>
    public override DateOfRecord? HappenedOn() => Reached(State, SignedOn, EffectiveOn);

    /// <summary>Nobody knows: it was so before the record began.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;

    /// <summary>When a state was reached, as far as signing and effect tell; null when they do not.</summary>
    internal static DateOfRecord? Reached(LegalState state, DateOfRecord signedOn, DateOfRecord effectiveOn) => state switch
    {
        LegalState.InEffect when effectiveOn != DateOfRecord.Unknown => effectiveOn,
        LegalState.InEffect or LegalState.Signed when signedOn != DateOfRecord.Unknown => signedOn,
        _ => null,
    };
}

/// <summary>What a legacy record said when it was entered; the same list read again is told by it.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="Parties">Its parties then.</param>
public sealed record LegacyEntry(AgreementTitle Title, ImmutableArray<Party> Parties);

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, RegisterLegacyAgreement command, CommandContext context) =>
        !RecordId.IsValid(agreement.Id) ? Refuse.BadId(agreement.Id)
        : agreement.Exists && agreement.EnteredAs(command) ? Decision.Unchanged
        : agreement.Exists ? Refuse.AlreadyExists(agreement.Id)
        : context.Source is null ? Refuse.SourceMissing()
        : command.SignedOn.IsAfter(context.Today) ? Refuse.InTheFuture("signedOn", command.SignedOn)
        : command.EffectiveOn.IsAfter(context.Today) ? Refuse.InTheFuture("effectiveOn", command.EffectiveOn)
        : command.EffectiveOn.IsBefore(command.SignedOn) ? Refuse.EffectiveBeforeSigning(command.EffectiveOn, command.SignedOn)
        : Accept(new LegacyAgreementRegistered(
            command.Kind, command.Title, command.Parties, command.Fields, command.Office, command.State, command.SignedOn, command.EffectiveOn, command.Term));
}

public sealed partial record Agreement
{
    /// <summary>True when the same legacy record was entered before, whatever has happened since.</summary>
    internal bool EnteredAs(RegisterLegacyAgreement command) =>
        Proposer is null && Periods[0].State == command.State && Kind == command.Kind
        && (Entered?.Title ?? Title) == command.Title && (Entered?.Parties ?? Parties).SequenceEqual(command.Parties);

    /// <summary>What a legacy record said when it was entered, to be kept before something of it changes.</summary>
    private LegacyEntry? AsEntered => Proposer is null ? Entered ?? new LegacyEntry(Title, Parties) : null;

    private Agreement Apply(LegacyAgreementRegistered e, DateOfRecord on) => Enter(e.State, Since(e, on)) with
    {
        Kind = e.Kind,
        Title = e.Title,
        Parties = [.. e.Parties],
        Fields = [.. e.Fields],
        Office = e.Office,
        Consultation = e.State is Consulting or Escalated ? Consultation.Unnoted : null,
        Signing = Known(e.SignedOn, e.State, Lifecycle.MayBeSigned(e.State)) is { } signed ? new Signing(signed, null, []) : null,
        EffectiveOn = Known(e.EffectiveOn, e.State, Lifecycle.MayBeInEffect(e.State)),
        Term = e.Term,
    };

    private static DateOfRecord Since(LegacyAgreementRegistered e, DateOfRecord on) => e.State switch
    {
        Signed => e.SignedOn,
        InEffect => e.EffectiveOn,
        _ => on,
    };

    /// <summary>An archived record does not say whether it was signed or came into effect: one that bears the date did.</summary>
    private static DateOfRecord? Known(DateOfRecord date, LegalState state, bool reached) =>
        reached && (state is not Archived || date != DateOfRecord.Unknown) ? date : null;
}
