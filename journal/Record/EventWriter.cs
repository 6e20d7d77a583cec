using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Record;

/// <summary>Turns what happened into what is stored: names it, writes its JSON, dates it and chains its hash.</summary>
public static class EventWriter
{
    /// <summary>The events of one command, to follow version <paramref name="version"/> of a stream that ends with <paramref name="last"/>.</summary>
    public static IReadOnlyList<RecordedEvent> Record<TEvent>(
        StreamId stream, long version, LastEvent last, IReadOnlyList<TEvent> happened, CommandContext context)
        where TEvent : DomainEvent
    {
        var meta = JsonSerializer.SerializeToUtf8Bytes(
            new EventMeta(context.Actor, context.Office, context.CommandHash, context.Source, context.Reason, context.CorrelationId), JournalJson.Default.EventMeta);
        var recordedAt = NotBefore(last.RecordedAt, RecordedEvent.Format(context.Now));
        var previous = last.Hash;
        var events = new RecordedEvent[happened.Count];
        for (var i = 0; i < events.Length; i++)
        {
            var unhashed = new RecordedEvent
            {
                Stream = stream,
                Version = version + i + 1,
                Type = EventNames.Of(happened[i]),
                Data = JsonSerializer.SerializeToUtf8Bytes(happened[i], happened[i].GetType(), JournalJson.Default),
                Meta = meta,
                OccurredOn = context.DateOf(happened[i]).ToString(),
                RecordedAt = recordedAt,
                CommandId = context.CommandId,
                CommandIndex = i,
                Hash = [],
            };
            previous = HashChain.Hash(previous, unhashed);
            events[i] = unhashed with { Hash = previous };
        }

        return events;
    }

    /// <summary>A clock that was set back does not make a later event look earlier.</summary>
    private static string NotBefore(string last, string now) => string.CompareOrdinal(now, last) < 0 ? last : now;
}
