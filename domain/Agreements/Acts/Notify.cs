using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Record that a copy of the signed agreement went to the ministry of foreign affairs: Law 70/2020/QH14, art. 19(5).</summary>
public sealed record SendCopyToMofa(DateOfRecord SentOn, string Document) : AgreementCommand
{
    /// <summary>Who got it, where that is not the ministry: a department of a province sends it to its foreign affairs office.</summary>
    public string? To { get; init; }

    internal override void Check(FieldChecks fields) => fields.Known("sentOn", SentOn).Text("document", Document).Optional("to", To);
}

/// <summary>A copy went to the ministry of foreign affairs.</summary>
public sealed record CopySentToMofa(DateOfRecord SentOn, string Document, string? To) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => SentOn;
}

/// <summary>Record that the signing was reported to the Prime Minister: Law 70/2020/QH14, art. 19(5).</summary>
public sealed record ReportToPrimeMinister(DateOfRecord ReportedOn, string Document) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Known("reportedOn", ReportedOn).Text("document", Document);
}

/// <summary>The signing was reported to the Prime Minister.</summary>
public sealed record ReportedToPrimeMinister(DateOfRecord ReportedOn, string Document) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ReportedOn;
}

/// <summary>Record that the ministry of foreign affairs was told of an amendment, extension, suspension, termination or withdrawal: art. 33, 34.</summary>
/// <param name="Change">The change it tells of, by its id in this agreement or in words.</param>
/// <param name="NotifiedOn">When.</param>
/// <param name="Document">Number of the letter.</param>
public sealed record NotifyChange(string Change, DateOfRecord NotifiedOn, string Document) : AgreementCommand
{
    /// <summary>Who got it, where that is not the ministry: a department of a province writes to its foreign affairs office.</summary>
    public string? To { get; init; }

    internal override void Check(FieldChecks fields) =>
        fields.Text("change", Change).Known("notifiedOn", NotifiedOn).Text("document", Document).Optional("to", To);
}

/// <summary>The ministry of foreign affairs was told of a change.</summary>
public sealed record ChangeNotifiedToMofa(string Change, DateOfRecord NotifiedOn, string Document, string? To) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => NotifiedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, SendCopyToMofa command, CommandContext context) =>
        NotAfterSigning(agreement, "sentOn", command.SentOn, context) ?? Accept(new CopySentToMofa(command.SentOn, command.Document, command.To));

    private static Decision Decide(Agreement agreement, ReportToPrimeMinister command, CommandContext context) =>
        NotAfterSigning(agreement, "reportedOn", command.ReportedOn, context) ?? Accept(new ReportedToPrimeMinister(command.ReportedOn, command.Document));

    private static Decision Decide(Agreement agreement, NotifyChange command, CommandContext context) =>
        NotAfterSigning(agreement, "notifiedOn", command.NotifiedOn, context)
        ?? Accept(new ChangeNotifiedToMofa(command.Change, command.NotifiedOn, command.Document, command.To));

    /// <summary>What is done with a signed agreement, ended or not, is done on a day between its signing and today.</summary>
    private static Refusal? NotAfterSigning(Agreement agreement, string field, DateOfRecord date, CommandContext context) =>
        !Lifecycle.Concluded.Contains(agreement.State) ? Refuse.WrongState(agreement, "not-signed", Lifecycle.Concluded)
        : agreement.Signing is { SignedOn: var signed } && date.IsBefore(signed) ? Refuse.BeforeSigning(field, date, signed)
        : Later(field, date, context);
}

public sealed partial record Agreement
{
    private Agreement Told(Notice notice) => this with { Notices = Notices.Add(notice) };
}
