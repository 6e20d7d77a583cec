using CityGrains.Domain.Record;

namespace CityGrains.Journal.Record;

/// <summary>What a look back at a stream shows.</summary>
/// <typeparam name="TState">The subject's state.</typeparam>
/// <param name="State">The subject as it was; it need not have been there yet.</param>
/// <param name="FirstDay">The first day it is there on, as known at that instant; null when there is none, or nobody knows.</param>
/// <param name="FirstRecorded">When its first event was recorded, whatever was asked for.</param>
public sealed record LookBack<TState>(TState State, DateOnly? FirstDay, DateTimeOffset FirstRecorded);

/// <summary>Looks back at streams, event by event.</summary>
public static class LookBack
{
    /// <summary>Reads a stream and looks back at it; null when nothing is recorded.</summary>
    public static async ValueTask<LookBack<TState>?> Read<TState, TEvent>(
        IJournal journal, RecordType<TState, TEvent> type, string id, AsOf when, CancellationToken cancel = default)
        where TState : class
        where TEvent : DomainEvent
    {
        var history = new List<Happening<TEvent>>();
        await foreach (var recorded in journal.ReadStream(new StreamId(type.Kind, id), cancel: cancel)) history.Add(RecordType<TState, TEvent>.Read(recorded));
        return history.Count == 0 ? null
            : new LookBack<TState>(type.AsOf(id, history, when), type.FirstDay(type.AsOf(id, history, when with { On = null })), history[0].RecordedAt);
    }
}
