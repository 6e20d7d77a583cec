using CityGrains.Api.Commands;
using CityGrains.Api.Problems;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using Orleans;

namespace CityGrains.Api.Successions;

/// <summary>Asks each agreement, many at once, and reports in order. A preview decides against the rows, and writes nothing.</summary>
internal sealed class SuccessionRun(SucceedBody body, CommandContext context, IGrainFactory grains, SuccessionReport report)
{
    /// <summary>Agreements on their way at once: enough to fill the batches of the journal, few enough to keep memory flat.</summary>
    private const int OnTheirWay = 256;

    /// <summary>Agreements between two lines of progress.</summary>
    private const int Step = 100;

    private const int Attempts = 3;

    /// <summary>What would become of each.</summary>
    public async Task Preview(IReadOnlyList<Agreement> agreements, CancellationToken cancel)
    {
        foreach (var agreement in agreements)
        {
            var decision = AgreementDecider.Decide(agreement, body.Command, Context(agreement.Id));
            var status = decision.Refusal is not null ? CommandStatus.Refused : decision.Events.Count == 0 ? CommandStatus.Unchanged : CommandStatus.Accepted;
            await report.Ended(agreement, status, agreement.Version + decision.Events.Count, decision.Refusal, cancel);
        }

        await report.Summary(cancel);
    }

    /// <summary>Moves each. When the sender goes, no further one is begun; those on their way end as they end.</summary>
    /// <param name="before">What this very request moved when it was sent before, with the version it led to.</param>
    /// <param name="agreements">What is still to be moved.</param>
    /// <param name="cancel">The sender is gone.</param>
    public async Task Move(IReadOnlyList<(Agreement Agreement, long Version)> before, IReadOnlyList<Agreement> agreements, CancellationToken cancel)
    {
        var of = before.Count + agreements.Count;
        await report.Progress(of, cancel);
        foreach (var (agreement, version) in before) await report.Ended(agreement, CommandStatus.Accepted, version, refusal: null, cancel);

        var going = new Queue<(Agreement Agreement, Task<CommandOutcome> Outcome)>();
        try
        {
            for (var i = 0; i < agreements.Count || going.Count > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                while (i < agreements.Count && going.Count < OnTheirWay) going.Enqueue((agreements[i], Ask(agreements[i++].Id)));
                var (agreement, outcome) = going.Dequeue();
                var ended = await outcome;
                await report.Ended(agreement, ended.Status, ended.Version, RefusalOf(ended), cancel);
                if ((i - going.Count) % Step == 0) await report.Progress(of, cancel);
            }
        }
        finally
        {
            foreach (var (_, outcome) in going) await ((Task)outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // What stopped it is already on its way up.
        }

        await report.Summary(cancel);
    }

    /// <summary>A conflict means that another process wrote the same record in between; the same call may succeed now.</summary>
    private async Task<CommandOutcome> Ask(string id)
    {
        var outcome = await grains.GetGrain<IAgreementGrain>(id).ExecuteAndLeave(body.Command, Context(id));
        for (var attempt = 1; attempt < Attempts && outcome.Status is CommandStatus.Conflict; attempt++)
            outcome = await grains.GetGrain<IAgreementGrain>(id).ExecuteAndLeave(body.Command, Context(id));
        return outcome;
    }

    private CommandContext Context(string id) => body.In(context) with { CommandId = CommandIdentity.Part(context.CommandId, id) };

    private static Refusal? RefusalOf(CommandOutcome outcome) => outcome.Status switch
    {
        CommandStatus.IdReused => Of(CommandProblems.IdReused),
        CommandStatus.Stale => Of(CommandProblems.Stale(outcome.Version)),
        CommandStatus.Conflict => Of(GeneralProblems.Conflict),
        _ => outcome.Refusal,
    };

    private static Refusal Of(Problem problem) => new(problem.Code, problem.Message, problem.Remedy);
}
