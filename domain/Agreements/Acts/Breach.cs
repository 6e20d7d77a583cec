using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>A breach of what was agreed, or of the law on making it.</summary>
/// <param name="On">When it was committed.</param>
/// <param name="By">Who committed it.</param>
/// <param name="What">What was breached, and how.</param>
/// <param name="Document">Number of the finding that states it.</param>
public sealed record Breach(DateOfRecord On, string By, string What, string Document);

/// <summary>Record a breach.</summary>
public sealed record RecordBreach(DateOfRecord BreachedOn, string By, string What, string Document) : AgreementCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Known("breachedOn", BreachedOn).Text("by", By).Text("what", What, FieldChecks.Prose).Text("document", Document);
}

/// <summary>A breach was found.</summary>
public sealed record BreachRecorded(DateOfRecord BreachedOn, string By, string What, string Document) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => BreachedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, RecordBreach command, CommandContext context) =>
        !Lifecycle.Concluded.Contains(agreement.State) ? Refuse.WrongState(agreement, "not-signed", Lifecycle.Concluded)
        : Later("breachedOn", command.BreachedOn, context)
        ?? Accept(new BreachRecorded(command.BreachedOn, command.By, command.What, command.Document));
}

public sealed partial record Agreement
{
    private Agreement Apply(BreachRecorded e) => this with { Breaches = Breaches.Add(new Breach(e.BreachedOn, e.By, e.What, e.Document)) };
}
