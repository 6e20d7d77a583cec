using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Record;

/// <summary>One stream as its owner holds it: the state it folds to, and the way to append to it.</summary>
/// <typeparam name="TState">The subject's state.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
public sealed class StreamRecord<TState, TEvent>
    where TState : class
    where TEvent : DomainEvent
{
    private readonly IJournal _journal;
    private readonly RecordType<TState, TEvent> _type;
    private readonly StreamId _stream;
    private readonly int _rebuilds;
    private LastEvent _last = LastEvent.None;
    private RowKeys? _keys;

    private StreamRecord(IJournal journal, RecordType<TState, TEvent> type, string id) =>
        (_journal, _type, _stream, State, _rebuilds) = (journal, type, new StreamId(type.Kind, id), type.Unrecorded(id), journal.Rebuilds);

    /// <summary>The rows were written anew since it was loaded, so what it was loaded from may have been wrong: load it again.</summary>
    public bool IsOutdated => _rebuilds != _journal.Rebuilds;

    /// <summary>The state after the last event.</summary>
    public TState State { get; private set; }

    /// <summary>The version of the last event; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>A stream that nothing is recorded of, or so its owner believes; whether it is so, the journal says when something is appended.</summary>
    public static StreamRecord<TState, TEvent> New(IJournal journal, RecordType<TState, TEvent> type, string id) => new(journal, type, id);

    /// <summary>Reads a stream: one row, or its events where the row's format is another than the program's.</summary>
    public static async ValueTask<StreamRecord<TState, TEvent>> Load(IJournal journal, RecordType<TState, TEvent> type, string id,
        CancellationToken cancel = default)
    {
        var record = new StreamRecord<TState, TEvent>(journal, type, id);
        if (await journal.ReadHead(record._stream, cancel) is not { } head) return record;

        record.State = head.Format == type.Format
            ? JsonSerializer.Deserialize(head.Body, type.Json)!
            : await Fold(journal, type, id, upTo: head.Version, cancel);
        record.Believe(record.State, head.Version, head.Last, type.Keys(record.State));
        return record;
    }

    /// <summary>Appends what happened. Only when it is on disk does the state change.</summary>
    /// <exception cref="JournalUnavailableException">Nobody knows whether it was written: load again.</exception>
    public async Task<AppendOutcome> Append(IReadOnlyList<TEvent> happened, CommandContext context)
    {
        var events = EventWriter.Record(_stream, Version, _last, happened, context);
        var recordedAt = RecordedEvent.Instant(events[0].RecordedAt);
        var state = happened.Aggregate(
            State, (before, e) => _type.Evolve(before, new Happening<TEvent>(e, context.DateOf(e), recordedAt, context.Actor) { Office = context.Office }));
        var last = new LastEvent(events[^1].Hash, events[^1].RecordedAt);
        var row = _type.Row(state, last);

        var outcome = await _journal.Append(new AppendRequest(events, _keys, row));
        if (outcome.Status is AppendStatus.Appended) Believe(state, row.Version, last, row.Keys);
        return outcome;
    }

    /// <summary>The state of a stream after a version, folded from its events.</summary>
    public static async ValueTask<TState> Fold(IJournal journal, RecordType<TState, TEvent> type, string id, long upTo, CancellationToken cancel = default)
    {
        var state = type.Unrecorded(id);
        await foreach (var recorded in journal.ReadStream(new StreamId(type.Kind, id), cancel: cancel))
        {
            if (recorded.Version > upTo) break;
            state = type.Evolved(state, recorded);
        }

        return state;
    }

    private void Believe(TState state, long version, LastEvent last, RowKeys keys) => (State, Version, _last, _keys) = (state, version, last, keys);
}
