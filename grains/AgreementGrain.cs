using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Grains;

/// <summary>
/// One agreement. It owns a sequence of events: it asks the domain what a command leads to (<see cref="AgreementDecider"/>),
/// appends the answer to the journal (<see cref="RecordGrain{TState,TCommand,TEvent}.Execute"/>), and only then believes it
/// (<see cref="Agreement.Evolve"/>). Everything that people read (lists, history, reports) is derived from that sequence
/// (<see cref="Journal.Rows.AgreementRow"/>) and read beside the grain, never through it.
/// </summary>
public sealed class AgreementGrain(IJournal journal)
    : RecordGrain<Agreement, AgreementCommand, AgreementEvent>(journal, RecordTypes.Agreement), IAgreementGrain
{
    /// <inheritdoc/>
    protected override Decision<AgreementEvent> Decide(Agreement agreement, AgreementCommand command, CommandContext context) =>
        AgreementDecider.Decide(agreement, command, context);
}
