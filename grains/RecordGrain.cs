using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CityGrains.Grains;

/// <summary>A grain that owns a stream of the journal; its state is the fold of it.</summary>
/// <typeparam name="TState">What it decides against.</typeparam>
/// <typeparam name="TCommand">What it is asked.</typeparam>
/// <typeparam name="TEvent">What it records.</typeparam>
public abstract class RecordGrain<TState, TCommand, TEvent>(IJournal journal, RecordType<TState, TEvent> type) : Grain
    where TState : class
    where TCommand : class
    where TEvent : DomainEvent
{
    private StreamRecord<TState, TEvent>? _record;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Telemetry.Activations.Add(1, new KeyValuePair<string, object?>("grain", type.Kind.ToString()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Telemetry.Activations.Add(-1, new KeyValuePair<string, object?>("grain", type.Kind.ToString()));
        return Task.CompletedTask;
    }

    /// <summary>Decides a command and records what it leads to. A command id seen before gets its first outcome again.</summary>
    /// <exception cref="JournalUnavailableException">Nobody knows whether it was recorded; the same command id may be sent again.</exception>
    public async Task<CommandOutcome> Execute([Immutable] TCommand command, [Immutable] CommandContext context)
    {
        using var span = CommandTelemetry.Start(type.Kind, command.GetType());
        if (_record is not { IsOutdated: false }) _record = await Load();
        var outcome = await Outcome(_record, command, context);
        CommandTelemetry.Count(command.GetType(), outcome);
        return outcome;
    }

    /// <summary>The same, and leaves memory afterwards: an import of a million records must not keep a million grains.</summary>
    public async Task<CommandOutcome> ExecuteAndLeave([Immutable] TCommand command, [Immutable] CommandContext context)
    {
        var outcome = await Execute(command, context);
        DeactivateOnIdle();
        return outcome;
    }

    /// <summary>
    /// The same, for a record that is likely new: decided as if nothing were recorded of it, without a look.
    /// Only what the journal takes as its first events counts; anything else is decided again against what is recorded.
    /// </summary>
    public async Task<CommandOutcome> EnterAndLeave([Immutable] TCommand command, [Immutable] CommandContext context)
    {
        if (_record is not null) return await ExecuteAndLeave(command, context);

        using var span = CommandTelemetry.Start(type.Kind, command.GetType());
        var outcome = await Outcome(StreamRecord<TState, TEvent>.New(journal, type, this.GetPrimaryKeyString()), command, context);
        if (outcome.Status is not CommandStatus.Accepted) outcome = await Outcome(await Load(), command, context);
        CommandTelemetry.Count(command.GetType(), outcome);
        DeactivateOnIdle();
        return outcome;
    }

    /// <summary>What the command leads to, given the state. Pure.</summary>
    protected abstract Decision<TEvent> Decide(TState state, TCommand command, CommandContext context);

    /// <summary>The record of all.</summary>
    protected IJournal Journal => journal;

    /// <summary>What forbids a command that is recorded elsewhere, and so no part of the state; null when nothing does.</summary>
    protected virtual ValueTask<Refusal?> Elsewhere(TCommand command) => ValueTask.FromResult<Refusal?>(null);

    /// <summary>The office whose people may change it; null where anybody with the role may.</summary>
    protected virtual string? OfficeOf(TState state) => null;

    private ValueTask<StreamRecord<TState, TEvent>> Load() => StreamRecord<TState, TEvent>.Load(journal, type, this.GetPrimaryKeyString());

    private async Task<CommandOutcome> Outcome(StreamRecord<TState, TEvent> record, TCommand command, CommandContext context)
    {
        if (context.ExpectedVersion is { } expected && expected != record.Version) return await First(record, context) ?? Now(record, CommandStatus.Stale);

        var decision = Decide(record.State, command, context);
        if (await Anothers(record, decision, context) is { } anothers) return await First(record, context) ?? anothers;
        if ((decision.Refusal ?? await Elsewhere(command)) is { } refusal)
            return await First(record, context) ?? Now(record, CommandStatus.Refused) with { Refusal = refusal };
        if (decision.Events.Count == 0) return await First(record, context) ?? Now(record, CommandStatus.Unchanged);

        var append = await Append(record, decision.Events, context);
        return append.Status switch
        {
            AppendStatus.Appended => Now(record, CommandStatus.Accepted) with { Events = append.Events },
            AppendStatus.CommandKnown => (await First(record, context))!,
            _ => Now(record, CommandStatus.Conflict),
        };
    }

    /// <summary>
    /// Refuses whoever acts for one office only, and not for the record's, or for the one it would begin in; null: nobody is refused.
    /// Who begins what is there already is told that, whoever's it is.
    /// </summary>
    private async ValueTask<CommandOutcome?> Anothers(StreamRecord<TState, TEvent> record, Decision<TEvent> decision, CommandContext context)
    {
        if (!context.OwnOfficeOnly || decision.Refusal?.Code.EndsWith("/already-exists", StringComparison.Ordinal) is true) return null;
        var state = record.Version > 0 ? record.State
            : decision.Events.Aggregate(record.State, (before, e) => type.Evolve(before, new Happening<TEvent>(e, context.DateOf(e), context.Now, context.Actor) { Office = context.Office }));
        if (OfficeOf(state) is not { Length: > 0 } office || office == context.Office) return null;
        var offices = await ServiceProvider.GetRequiredService<KnownOffices>().Read();
        return offices.ActsFor(context.Office, office) ? null : Now(record, CommandStatus.Refused) with { Refusal = Refusal.OtherOffice(office) };
    }

    /// <summary>On disk, or this activation is dropped and the next call reads the journal again.</summary>
    private async Task<AppendOutcome> Append(StreamRecord<TState, TEvent> record, IReadOnlyList<TEvent> events, CommandContext context)
    {
        var certain = false;
        try
        {
            var outcome = await record.Append(events, context);
            certain = outcome.Status is not AppendStatus.VersionConflict;
            return outcome;
        }
        finally
        {
            if (!certain) DeactivateOnIdle();
        }
    }

    /// <summary>The first outcome of a command id that is known already; null when it is new.</summary>
    private async Task<CommandOutcome?> First(StreamRecord<TState, TEvent> record, CommandContext context)
    {
        var events = await journal.ReadCommand(context.CommandId);
        if (events.Count == 0) return null;

        var last = events[^1];
        var meta = JsonSerializer.Deserialize(last.Meta, JournalJson.Default.EventMeta)!;
        if (meta.CommandHash != context.CommandHash) return Now(record, CommandStatus.IdReused);

        var then = await StreamRecord<TState, TEvent>.Fold(journal, type, last.Stream.Id, upTo: last.Version);
        return new CommandOutcome(CommandStatus.Accepted, last.Stream, last.Version) { State = type.Outline(then), Events = events };
    }

    private CommandOutcome Now(StreamRecord<TState, TEvent> record, CommandStatus status) =>
        new(status, new StreamId(type.Kind, this.GetPrimaryKeyString()), record.Version) { State = type.Outline(record.State) };
}
