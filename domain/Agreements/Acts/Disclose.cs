using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Record that the text was published.</summary>
/// <param name="PublishedOn">When.</param>
/// <param name="Document">Number of the gazette, decision or page that carries it.</param>
/// <param name="Where">Where it can be read.</param>
public sealed record PublishAgreement(DateOfRecord PublishedOn, string Document, string Where) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Known("publishedOn", PublishedOn).Text("document", Document).Text("where", Where, 2000);
}

/// <summary>The text was published.</summary>
public sealed record AgreementPublished(DateOfRecord PublishedOn, string Document, string Where) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => PublishedOn;
}

/// <summary>Record that the text is not for everyone. The latest restriction counts: one with another end lifts or prolongs it.</summary>
/// <param name="RestrictedOn">Since when.</param>
/// <param name="Document">Number of the decision.</param>
/// <param name="Ground">Why.</param>
public sealed record RestrictDisclosure(DateOfRecord RestrictedOn, string Document, string Ground) : AgreementCommand
{
    /// <summary>The day it ends; unknown: none is set.</summary>
    public DateOfRecord Until { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Known("restrictedOn", RestrictedOn).Text("document", Document).Text("ground", Ground, FieldChecks.Prose)
        .Must(!Until.IsBefore(RestrictedOn), "until", "không thể trước ngày bắt đầu hạn chế", "must not lie before the restriction begins");
}

/// <summary>The text is not for everyone.</summary>
public sealed record DisclosureRestricted(DateOfRecord RestrictedOn, string Document, string Ground, DateOfRecord Until) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => RestrictedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, PublishAgreement command, CommandContext context) =>
        NotAfterSigning(agreement, "publishedOn", command.PublishedOn, context)
        ?? (agreement.Restriction is { } restriction && restriction.Covers(command.PublishedOn) ? Refuse.DisclosureRestricted(restriction)
        : Accept(new AgreementPublished(command.PublishedOn, command.Document, command.Where)));

    private static Decision Decide(RestrictDisclosure command, CommandContext context) =>
        Later("restrictedOn", command.RestrictedOn, context)
        ?? Accept(new DisclosureRestricted(command.RestrictedOn, command.Document, command.Ground, command.Until));
}

public sealed partial record Agreement
{
    private Agreement Apply(AgreementPublished e) => this with { Publications = Publications.Add(new Publication(e.PublishedOn, e.Document, e.Where)) };

    private Agreement Apply(DisclosureRestricted e) => this with { Restriction = new Restriction(e.RestrictedOn, e.Document, e.Ground, e.Until) };
}
