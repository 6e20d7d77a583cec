using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Ask the agencies for their opinion of a change.</summary>
public sealed record OpenChangeConsultation(
    string Change, IReadOnlyList<string> Dossier, IReadOnlyList<string> Agencies, ConsultationProcedure Procedure) : AgreementCommand
{
    /// <summary>Ground of the reduced procedure, art. 39; null for the normal one.</summary>
    public string? ReducedGround { get; init; }

    internal override void Check(FieldChecks fields) => Consultation.Check(fields.Text("change", Change), Dossier, Agencies, Procedure, ReducedGround);
}

/// <summary>The agencies were asked for their opinion of a change.</summary>
public sealed record ChangeConsultationOpened(
    string Change, IReadOnlyList<string> Dossier, IReadOnlyList<string> Agencies, ConsultationProcedure Procedure, string? ReducedGround) : AgreementEvent;

/// <summary>Note what an agency answered about a change; a later answer of the same agency replaces the earlier.</summary>
public sealed record RecordChangeOpinion(string Change, string Agency, Opinion Opinion, DateOfRecord ReceivedOn) : AgreementCommand
{
    /// <summary>Number of the letter, if it has one.</summary>
    public string? Reference { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("change", Change).Text("agency", Agency).OneOf("opinion", Opinion).Known("receivedOn", ReceivedOn).Optional("reference", Reference);
}

/// <summary>An agency answered about a change.</summary>
public sealed record ChangeOpinionReceived(string Change, string Agency, Opinion Opinion, DateOfRecord ReceivedOn, string? Reference) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ReceivedOn;
}

/// <summary>Hold that no agency need be asked about a change: it is technical, or changes names only.</summary>
public sealed record ExemptChange(string Change, Exemption Exemption, string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields
        .Text("change", Change).OneOf("exemption", Exemption).Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>A change was held exempt; <paramref name="Basis"/> is the law that says so.</summary>
public sealed record ChangeExempted(string Change, Exemption Exemption, string Ground, string Basis) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, OpenChangeConsultation command) =>
        NotAt(agreement, command.Change, ChangeState.Proposed, ChangeState.Exempt)
        ?? Accept(new ChangeConsultationOpened(
            command.Change, command.Dossier, Consultation.Each(command.Agencies), command.Procedure, command.ReducedGround));

    private static Decision Decide(Agreement agreement, RecordChangeOpinion command, CommandContext context)
    {
        if (NotAt(agreement, command.Change, ChangeState.Consulting) is { } not) return not;
        var asked = agreement.Process(command.Change)!.Consultation!;
        return asked.Asked(command.Agency) is not { } agency ? Refuse.AgencyNotAsked(command.Agency, asked.Agencies)
            : Later("receivedOn", command.ReceivedOn, context)
            ?? Accept(new ChangeOpinionReceived(command.Change, agency, command.Opinion, command.ReceivedOn, command.Reference));
    }

    private static Decision Decide(Agreement agreement, ExemptChange command, CommandContext context)
    {
        var rule = ExemptionRule.Of(command.Exemption);
        var exempted = new ChangeExempted(command.Change, command.Exemption, command.Ground, rule.Basis.Vi);
        return NotAt(agreement, command.Change, ChangeState.Proposed)
            ?? (!rule.Covers(agreement.Process(command.Change)!.Change) ? Refuse.NotExempt(rule)
            : !rule.Holds(context.DateOf(exempted)) ? Refuse.ExemptionEnded(rule)
            : Accept(exempted));
    }
}

public sealed partial record Agreement
{
    private Agreement Apply(ChangeConsultationOpened e) => Moved(e.Change, change => change with
    {
        State = ChangeState.Consulting,
        Exemption = null,
        Consultation = new Consultation([.. e.Dossier], [.. e.Agencies], e.Procedure, []),
    });

    private Agreement Apply(ChangeOpinionReceived e) => Moved(e.Change, change => change with
    {
        Consultation = (change.Consultation ?? Consultation.Unnoted).With(new AgencyOpinion(e.Agency, e.Opinion, e.ReceivedOn)),
    });

    private Agreement Apply(ChangeExempted e) => Moved(e.Change, change => change with { State = ChangeState.Exempt, Exemption = e.Exemption });
}
