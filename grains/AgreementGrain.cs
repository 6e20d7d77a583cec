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
    /// <summary>An agreement that is to be superseded names another that is recorded; what is recorded never goes away.</summary>
    protected override async ValueTask<Refusal?> Elsewhere(AgreementCommand command) =>
        command is ProposeChange { Change.Successor: { } successor } && await Journal.ReadHead(new StreamId(StreamKind.Agreement, successor)) is null
            ? new Refusal(
                "agreement/no-such-successor",
                new Sentence($"Không có thỏa thuận '{successor}' để thay thế.", $"There is no agreement '{successor}' to take its place."),
                new Sentence("Ghi nhận thỏa thuận mới trước, rồi đề xuất thay thế.", "Record the new agreement first, then propose the supersession."))
            : null;

    /// <inheritdoc/>
    protected override string? OfficeOf(Agreement agreement) => agreement.Office;

    /// <inheritdoc/>
    protected override Decision<AgreementEvent> Decide(Agreement agreement, AgreementCommand command, CommandContext context) =>
        AgreementDecider.Decide(agreement, command, context);
}
