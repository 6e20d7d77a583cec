using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>
/// Correct what the record says: what was so all along, and was recorded wrongly. Nothing is rewritten; what was recorded stays in the history,
/// and stays what was known then. The context must say why, and on what source.
/// </summary>
public sealed record CorrectRecord : AgreementCommand
{
    /// <summary>The right signing date; null: it stays.</summary>
    public DateOfRecord? SignedOn { get; init; }

    /// <summary>The right first day in effect; null: it stays.</summary>
    public DateOfRecord? EffectiveOn { get; init; }

    /// <summary>The right title; null: it stays.</summary>
    public AgreementTitle? Title { get; init; }

    /// <summary>The right names of parties; the others stay.</summary>
    public IReadOnlyList<CorrectedName> Parties { get; init; } = [];

    internal override void Check(FieldChecks fields)
    {
        if (SignedOn is { } signed) fields.Known("signedOn", signed);
        if (EffectiveOn is { } effective) fields.Known("effectiveOn", effective);
        Title?.Check(fields, "title");
        fields.Each("parties", Parties, 0, Subject.MostParties, (path, name) => fields.Text($"{path}.from", name.From).Text($"{path}.to", name.To));
        fields.Must(fields.Faults.Count > 0 || SignedOn is not null || EffectiveOn is not null || Title is not null || Parties.Count > 0, "signedOn",
            "cần ít nhất một điều để sửa: signedOn, effectiveOn, title hoặc parties",
            "there must be something to correct: signedOn, effectiveOn, title or parties");
    }
}

/// <summary>The name of a party as it is recorded, and as it should be.</summary>
/// <param name="From">As recorded.</param>
/// <param name="To">As it should be.</param>
public sealed record CorrectedName(string From, string To);

/// <summary>What the record said was corrected; what was recorded stands beside what is right.</summary>
public sealed record RecordCorrected(
    Correction<DateOfRecord>? SignedOn, Correction<DateOfRecord>? EffectiveOn, Correction<AgreementTitle>? Title, IReadOnlyList<CorrectedName> Parties)
        : AgreementEvent;

/// <summary>A value as it was recorded, and as it is right.</summary>
/// <typeparam name="T">What sort of value.</typeparam>
/// <param name="From">As recorded.</param>
/// <param name="To">As it is right.</param>
public sealed record Correction<T>(T From, T To);

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, CorrectRecord command, CommandContext context)
    {
        var corrected = agreement.Corrected(command);
        return Ungrounded(context)
            ?? NothingThere("signedOn", command.SignedOn, agreement.Signing?.SignedOn)
            ?? NothingThere("effectiveOn", command.EffectiveOn, agreement.EffectiveOn)
            ?? command.Parties.Where(name => agreement.Parties.All(party => party.Name != name.From))
                .Select(name => Refuse.NoSuchParty(name.From, agreement)).FirstOrDefault()
            ?? Later("signedOn", corrected.SignedOn?.To ?? DateOfRecord.Unknown, context)
            ?? Later("effectiveOn", corrected.EffectiveOn?.To ?? DateOfRecord.Unknown, context)
            ?? OutOfOrder(agreement, corrected)
            ?? (corrected is { SignedOn: null, EffectiveOn: null, Title: null, Parties.Count: 0 } ? Decision.Unchanged : Accept(corrected));
    }

    private static Refusal? Ungrounded(CommandContext context)
    {
        var fields = new FieldChecks()
            .Must(context.Reason is not null, "reason", "phải nêu lý do sửa", "a correction must say why")
            .Must(context.Source is not null, "source", "phải nêu nguồn của thông tin đúng", "a correction must name its source");
        return fields.Faults.Count > 0 ? Refusal.Invalid(fields.Faults) : null;
    }

    private static Refusal? NothingThere(string field, DateOfRecord? asked, DateOfRecord? recorded) =>
        asked is not null && recorded is null ? Refuse.NothingToCorrect(field) : null;

    /// <summary>The dates must still follow each other, where one of them is corrected.</summary>
    private static Refusal? OutOfOrder(Agreement agreement, RecordCorrected corrected)
    {
        if (corrected is { SignedOn: null, EffectiveOn: null }) return null;
        var signed = corrected.SignedOn?.To ?? agreement.Signing?.SignedOn ?? DateOfRecord.Unknown;
        var effective = corrected.EffectiveOn?.To ?? agreement.EffectiveOn ?? DateOfRecord.Unknown;
        return agreement.Approval is { DecidedOn: var approved } && signed.IsBefore(approved) ? Refuse.SignedBeforeApproval(signed, approved)
            : effective.IsBefore(signed) ? Refuse.EffectiveBeforeSigning(effective, signed)
            : agreement.Term is { Until: var until } && until.IsBefore(effective) ? Refuse.EffectiveAfterTerm(effective, until)
            : null;
    }
}

public sealed partial record Agreement
{
    /// <summary>What a correction changes of what is recorded.</summary>
    internal RecordCorrected Corrected(CorrectRecord command) => new(
        Changed(Signing?.SignedOn, command.SignedOn),
        Changed(EffectiveOn, command.EffectiveOn),
        command.Title is { } title && title != Title ? new Correction<AgreementTitle>(Title, title) : null,
        [.. command.Parties.Where(name => name.From != name.To)]);

    private static Correction<DateOfRecord>? Changed(DateOfRecord? recorded, DateOfRecord? right) =>
        recorded is { } from && right is { } to && from != to ? new Correction<DateOfRecord>(from, to) : null;

    private Agreement Apply(RecordCorrected e, DateTimeOffset recordedAt)
    {
        var corrected = this with
        {
            Signing = e.SignedOn is { } signed && Signing is not null ? Signing with { SignedOn = signed.To } : Signing,
            EffectiveOn = e.EffectiveOn is { } effective && EffectiveOn is not null ? effective.To : EffectiveOn,
            Title = e.Title?.To ?? Title,
            Parties = [.. Parties.Select(party => e.Parties.LastOrDefault(name => name.From == party.Name) is { } name ? party with { Name = name.To } : party)],
            Entered = AsEntered,
        };
        return corrected.WithPeriodsRedated(recordedAt);
    }
}
