using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>How an office ended.</summary>
/// <param name="On">Its last day, as exactly as known.</param>
/// <param name="Ground">Why: the decision, the merger.</param>
/// <param name="Successor">Id of the office that took over its work; null when none did.</param>
/// <param name="RecordedAt">When the record came to know it.</param>
public sealed record Closing(DateOfRecord On, string Ground, string? Successor, DateTimeOffset RecordedAt);

/// <summary>Record that an office ended.</summary>
public sealed record CloseOffice(DateOfRecord ClosedOn, string Ground) : OfficeCommand
{
    /// <summary>Id of the office that takes over its work; null when none does.</summary>
    public string? Successor { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Known("closedOn", ClosedOn).Text("ground", Ground, FieldChecks.Prose)
        .Must(Successor is null || RecordId.IsValid(Successor), "successor", "phải là mã của một cơ quan", "must be the id of an office");
}

/// <summary>An office ended.</summary>
public sealed record OfficeClosed(DateOfRecord ClosedOn, string Ground, string? Successor) : OfficeEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ClosedOn;
}

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, CloseOffice command, CommandContext context, OfficeBook others) =>
        command.ClosedOn.IsAfter(context.Today) ? Refuse.InTheFuture("closedOn", command.ClosedOn)
        : command.Successor == office.Id ? Refuse.OfItself("successor", office.Id)
        : command.Successor is { } heir && others.All.All(other => other.Id != heir) ? Refuse.UnknownOffice("successor", heir)
        : Accept(new OfficeClosed(command.ClosedOn, command.Ground, command.Successor));
}

public sealed partial record Office
{
    private Office Apply(OfficeClosed e, Happening<OfficeEvent> happening) =>
        this with { Closing = new Closing(e.ClosedOn, e.Ground, e.Successor, happening.RecordedAt) };
}
