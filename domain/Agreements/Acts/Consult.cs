using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>How agencies are consulted: Law 70/2020/QH14, art. 19(2) and, reduced, art. 39.</summary>
public enum ConsultationProcedure
{
    /// <summary>Thủ tục thông thường: 7 working days.</summary>
    Normal,

    /// <summary>Trình tự rút gọn: 3 working days; needs a ground.</summary>
    Reduced,
}

/// <summary>What an agency answers.</summary>
public enum Opinion
{
    /// <summary>Đồng ý.</summary>
    Agree,

    /// <summary>Đồng ý, có góp ý.</summary>
    AgreeWithComments,

    /// <summary>Không đồng ý.</summary>
    Disagree,
}

/// <summary>A consultation and the answers so far.</summary>
/// <param name="Dossier">References of the documents sent.</param>
/// <param name="Agencies">Agencies asked; none when a legacy record does not say.</param>
/// <param name="Procedure">Normal or reduced.</param>
/// <param name="Opinions">The latest answer of each agency that replied.</param>
public sealed record Consultation(
    ImmutableArray<string> Dossier, ImmutableArray<string> Agencies, ConsultationProcedure Procedure, ImmutableArray<AgencyOpinion> Opinions)
{
    /// <summary>Agencies that have not replied. Silence is not consent.</summary>
    public IEnumerable<string> Missing => Agencies.Except(Opinions.Select(opinion => opinion.Agency), StringComparer.Ordinal);

    /// <summary>True when an agency disagrees, so that the Prime Minister decides: art. 19(4).</summary>
    public bool IsDisputed => Opinions.Any(opinion => opinion.Opinion is Opinion.Disagree);

    /// <summary>A consultation that was under way when the record began: nobody noted who was asked.</summary>
    internal static Consultation Unnoted { get; } = new([], [], ConsultationProcedure.Normal, []);

    /// <summary>The agency as it was asked, however its name is composed or capitalised; null when it was not.</summary>
    internal string? Asked(string agency) =>
        Agencies.Concat(Opinions.Select(opinion => opinion.Agency)).FirstOrDefault(asked => Key(asked) == Key(agency))
        ?? (Agencies.IsEmpty ? agency : null);

    /// <summary>With an agency's answer, in the place of an earlier one.</summary>
    internal Consultation With(AgencyOpinion answer) => this with { Opinions = [.. Opinions.Where(opinion => opinion.Agency != answer.Agency), answer] };

    /// <summary>The agencies to ask, each once.</summary>
    internal static IReadOnlyList<string> Each(IReadOnlyList<string> agencies) => [.. agencies.DistinctBy(Key, StringComparer.Ordinal)];

    internal static void Check(
        FieldChecks fields, IReadOnlyList<string> dossier, IReadOnlyList<string> agencies, ConsultationProcedure procedure, string? reducedGround) => fields
        .Each("dossier", dossier, 1, 50, (path, document) => fields.Text(path, document))
        .Each("agencies", agencies, 1, 50, (path, agency) => fields.Text(path, agency))
        .OneOf("procedure", procedure)
        .Optional("reducedGround", reducedGround)
        .Must(procedure is not ConsultationProcedure.Reduced || reducedGround is not null, "reducedGround",
            "trình tự rút gọn phải nêu căn cứ (Luật 70/2020/QH14, Điều 39)", "the reduced procedure needs its ground (Law 70/2020/QH14, art. 39)");

    /// <summary>What agencies are told apart by.</summary>
    internal static string Key(string agency) => NormalForm.Compose(agency).Trim().ToUpperInvariant();
}

/// <summary>An agency's answer.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Opinion">What it answers.</param>
/// <param name="ReceivedOn">When the answer came.</param>
public sealed record AgencyOpinion(string Agency, Opinion Opinion, DateOfRecord ReceivedOn);

/// <summary>Ask the agencies for their opinion.</summary>
public sealed record OpenConsultation(IReadOnlyList<string> Dossier, IReadOnlyList<string> Agencies, ConsultationProcedure Procedure) : AgreementCommand
{
    /// <summary>Ground of the reduced procedure, art. 39; null for the normal one.</summary>
    public string? ReducedGround { get; init; }

    internal override void Check(FieldChecks fields) => Consultation.Check(fields, Dossier, Agencies, Procedure, ReducedGround);
}

/// <summary>The agencies were asked for their opinion.</summary>
public sealed record ConsultationOpened(
    IReadOnlyList<string> Dossier, IReadOnlyList<string> Agencies, ConsultationProcedure Procedure, string? ReducedGround) : AgreementEvent;

/// <summary>Note what an agency answered; a later answer of the same agency replaces the earlier.</summary>
public sealed record RecordOpinion(string Agency, Opinion Opinion, DateOfRecord ReceivedOn) : AgreementCommand
{
    /// <summary>Number of the letter, if it has one.</summary>
    public string? Reference { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("agency", Agency).OneOf("opinion", Opinion).Known("receivedOn", ReceivedOn).Optional("reference", Reference);
}

/// <summary>An agency answered.</summary>
public sealed record OpinionReceived(string Agency, Opinion Opinion, DateOfRecord ReceivedOn, string? Reference) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ReceivedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, OpenConsultation command) =>
        agreement.State is not Proposed ? Refuse.WrongState(agreement, "not-proposed", Proposed)
        : Accept(new ConsultationOpened(command.Dossier, Consultation.Each(command.Agencies), command.Procedure, command.ReducedGround));

    private static Decision Decide(Agreement agreement, RecordOpinion command, CommandContext context) =>
        agreement.State is not (Consulting or Escalated) ? Refuse.WrongState(agreement, "not-consulting", Consulting, Escalated)
        : agreement.Consultation!.Asked(command.Agency) is not { } agency ? Refuse.AgencyNotAsked(command.Agency, agreement.Consultation.Agencies)
        : command.ReceivedOn.IsAfter(context.Today) ? Refuse.InTheFuture("receivedOn", command.ReceivedOn)
        : Accept(new OpinionReceived(agency, command.Opinion, command.ReceivedOn, command.Reference));
}

public sealed partial record Agreement
{
    private Agreement Apply(ConsultationOpened e, DateOfRecord on) => Enter(Consulting, on) with
    {
        Consultation = new Consultation([.. e.Dossier], [.. e.Agencies], e.Procedure, []),
    };

    private Agreement Apply(OpinionReceived e) =>
        this with { Consultation = (Consultation ?? Consultation.Unnoted).With(new AgencyOpinion(e.Agency, e.Opinion, e.ReceivedOn)) };
}
