using System.Runtime.CompilerServices;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Reads events page by page, so that a slow consumer holds no transaction open.</summary>
internal static class EventReading
{
    private const int Page = 500;

    /// <summary>The columns of an event, as <see cref="Event"/> reads them.</summary>
    public const string Columns = "position, stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash";
    private const string OfStream = $"SELECT {Columns} FROM events WHERE stream = ? AND version > ? ORDER BY version LIMIT ?";
    private const string OfAll = $"SELECT {Columns} FROM events WHERE position > ? ORDER BY position LIMIT ?";
    private const string OfCommand = $"SELECT {Columns} FROM events WHERE command_id = ? ORDER BY command_index";

    /// <summary>The events of a stream after a version.</summary>
    public static async IAsyncEnumerable<RecordedEvent> Stream(Readers readers, StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<RecordedEvent> page;
        do
        {
            var from = after;
            page = readers.Read(reader => reader.For(OfStream).Bind(1, stream.ToString()).Bind(2, from).Bind(3, Page).All(Event), cancel);
            foreach (var recorded in page) yield return recorded;
            if (page.Count > 0) after = page[^1].Version;
        }
        while (page.Count == Page);
        await Task.CompletedTask;
    }

    /// <summary>All events after a position. There is one writer, so positions become visible in their order.</summary>
    public static async IAsyncEnumerable<RecordedEvent> All(Readers readers, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<RecordedEvent> page;
        do
        {
            var from = after;
            page = readers.Read(reader => reader.For(OfAll).Bind(1, from).Bind(2, Page).All(Event), cancel);
            foreach (var recorded in page) yield return recorded;
            if (page.Count > 0) after = page[^1].Position;
        }
        while (page.Count == Page);
        await Task.CompletedTask;
    }

    /// <summary>The events of a command.</summary>
    public static IReadOnlyList<RecordedEvent> Command(Readers readers, Guid commandId, CancellationToken cancel) =>
        readers.Read(reader => reader.For(OfCommand).Bind(1, commandId).All(Event), cancel);

    /// <summary>An event of the current row.</summary>
    public static RecordedEvent Event(Statement row) => new()
    {
        Position = row.Int64(0),
        Stream = StreamId.Parse(row.Text(1)),
        Version = row.Int64(2),
        Type = row.Text(3),
        Data = row.Bytes(4).ToArray(),
        Meta = row.Bytes(5).ToArray(),
        OccurredOn = row.Text(6),
        RecordedAt = row.Text(7),
        CommandId = new Guid(row.Bytes(8), bigEndian: true),
        CommandIndex = (int)row.Int64(9),
        Hash = row.Bytes(10).ToArray(),
    };
}
