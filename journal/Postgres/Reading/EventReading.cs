using System.Runtime.CompilerServices;
using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>Reads events page by page, so that a slow consumer holds no transaction open.</summary>
internal static class EventReading
{
    private const int Page = 500;

    /// <summary>Where <see cref="Columns"/> has what tells of the stream.</summary>
    public const int PositionColumn = 1, StreamColumn = 2, VersionColumn = 3;

    /// <summary>The columns of an event, in the order they are read.</summary>
    public const string Columns = "tx, position, stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash";
    private const string OfStream = $"SELECT {Columns} FROM citygrains.events WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3";
    private const string OfCommand = $"SELECT {Columns} FROM citygrains.events WHERE command_id = $1 ORDER BY command_index";

    private const string OfAll = $"SELECT {Columns} FROM citygrains.events WHERE (tx, position) > ($1, $2) AND {Ended} ORDER BY tx, position LIMIT $3";

    /// <summary>
    /// Every transaction before the first that still runs has ended: what it wrote is seen by this very statement, and nothing can come before it any more.
    /// </summary>
    public const string Ended = "tx < (SELECT citygrains.horizon())";

    /// <summary>The events of a stream after a version.</summary>
    public static async IAsyncEnumerable<RecordedEvent> Stream(Readers readers, StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<RecordedEvent> page;
        do
        {
            page = await readers.Often(OfStream, [stream.ToString(), after, Page], Event, cancel);
            foreach (var recorded in page) yield return recorded;
            if (page.Count > 0) after = page[^1].Version;
        }
        while (page.Count == Page);
    }

    /// <summary>All events after a place in the feed.</summary>
    public static async IAsyncEnumerable<RecordedEvent> All(Readers readers, FeedCursor after, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<RecordedEvent> page;
        do
        {
            page = await readers.Often(OfAll, [after.Transaction, after.Position, Page], Event, cancel);
            foreach (var recorded in page) yield return recorded;
            if (page.Count > 0) after = FeedCursor.After(page[^1]);
        }
        while (page.Count == Page);
    }

    /// <summary>Where the feed ends.</summary>
    public static async ValueTask<FeedCursor> End(Readers readers, CancellationToken cancel) => (await readers.Often(
        $"SELECT tx, position FROM citygrains.events WHERE {Ended} ORDER BY tx DESC, position DESC LIMIT 1", [], row => new FeedCursor(row.GetInt64(0), row.GetInt64(1)), cancel)).SingleOrDefault();

    /// <summary>The events of a command.</summary>
    public static async ValueTask<IReadOnlyList<RecordedEvent>> Command(Readers readers, Guid commandId, CancellationToken cancel) =>
        await readers.Often(OfCommand, [commandId], Event, cancel);

    /// <summary>An event of the current row, of a stream whose name is known already.</summary>
    public static RecordedEvent Event(NpgsqlDataReader row, StreamId stream) => new()
    {
        Transaction = row.GetInt64(0),
        Position = row.GetInt64(PositionColumn),
        Stream = stream,
        Version = row.GetInt64(VersionColumn),
        Type = row.GetString(4),
        Data = row.GetFieldValue<byte[]>(5),
        Meta = row.GetFieldValue<byte[]>(6),
        OccurredOn = row.GetString(7),
        RecordedAt = row.GetString(8),
        CommandId = row.GetGuid(9),
        CommandIndex = row.GetInt32(10),
        Hash = row.GetFieldValue<byte[]>(11),
    };

    /// <summary>An event of the current row.</summary>
    public static RecordedEvent Event(NpgsqlDataReader row) => Event(row, StreamId.Parse(row.GetString(StreamColumn)));
}
