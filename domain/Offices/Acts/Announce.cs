using CityGrains.Domain.Checks;
using CityGrains.Domain.Offices.Digests;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>Remind the office of what is due; once a day, on the day itself.</summary>
public sealed record AnnounceDeadlines(DateOnly Day, IReadOnlyList<AnnouncedDeadline> Deadlines) : OfficeCommand
{
    internal override void Check(FieldChecks fields) => fields.Each("deadlines", Deadlines, 1, DailyDigest.MostDeadlines, (path, deadline) => fields
        .Text($"{path}.stream", deadline.Stream).Text($"{path}.code", deadline.Code)
            .Given($"{path}.what", deadline.What, (_, what, text) => fields.Text(what, text.Vi, FieldChecks.Prose))
        .Given($"{path}.who", deadline.Who, (_, _, _) => { }).Given($"{path}.title", deadline.Title, (_, _, _) => { })
            .Given($"{path}.subject", deadline.Subject, (_, _, _) => { })
        .Given($"{path}.basis", deadline.Basis, (_, _, _) => { }));
}

/// <summary>The office was reminded of what is due.</summary>
public sealed record DeadlinesAnnounced(DateOnly Day, IReadOnlyList<AnnouncedDeadline> Deadlines) : OfficeEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => DateOfRecord.Day(Day);
}

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, AnnounceDeadlines command, CommandContext context) =>
        office.RemindedOn >= command.Day ? Decision.Unchanged
        : command.Day > context.Today ? Refuse.InTheFuture("day", DateOfRecord.Day(command.Day))
        : Accept(new DeadlinesAnnounced(command.Day, command.Deadlines));
}

public sealed partial record Office
{
    /// <summary>The day it was last reminded of what is due; null when it never was.</summary>
    public DateOnly? RemindedOn { get; init; }

    private Office Apply(DeadlinesAnnounced e) => this with { RemindedOn = e.Day };
}
