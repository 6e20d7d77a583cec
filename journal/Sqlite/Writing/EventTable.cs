using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Inserts events. The unique indexes guard against a second writer and against a command told twice.</summary>
internal sealed class EventTable(Connection connection)
{
    private readonly Statement _insert = connection.Prepare("""
        INSERT INTO events (stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly Statement _version = connection.Prepare("SELECT 1 FROM events WHERE stream = ? AND version = ?");
    private readonly Statement _command = connection.Prepare("SELECT 1 FROM events WHERE command_id = ? LIMIT 1");
    private readonly Statement _begin = connection.Prepare("SAVEPOINT append");
    private readonly Statement _undo = connection.Prepare("ROLLBACK TO append");
    private readonly Statement _end = connection.Prepare("RELEASE append");

    /// <summary>Inserts the events of one append, or none of them.</summary>
    public Written Append(IReadOnlyList<RecordedEvent> events)
    {
        if (!FollowsTheLast(events[0])) return Refused(events[0]);
        if (events.Count == 1) return Insert(events) ?? Refused(events[0]);

        _begin.Run();
        var written = Insert(events);
        if (written is null) _undo.Run();
        _end.Run();
        return written ?? Refused(events[0]);
    }

    /// <summary>The event before it is there; that it is the last one is for the unique index to say.</summary>
    private bool FollowsTheLast(RecordedEvent first) =>
        first.Version == 1 || _version.Bind(1, first.Stream.ToString()).Bind(2, first.Version - 1).One(_ => true, none: false);

    private Written? Insert(IReadOnlyList<RecordedEvent> events)
    {
        try
        {
            foreach (var recorded in events) Insert(recorded);
        }
        catch (SqliteError error) when (error.IsDuplicate)
        {
            return null;
        }

        return Written.UpTo(connection.LastRowId, events.Count);
    }

    private void Insert(RecordedEvent recorded) => _insert
        .Bind(1, recorded.Stream.ToString())
        .Bind(2, recorded.Version)
        .Bind(3, recorded.Type)
        .BindText(4, recorded.Data)
        .BindText(5, recorded.Meta)
        .Bind(6, recorded.OccurredOn)
        .Bind(7, recorded.RecordedAt)
        .Bind(8, recorded.CommandId)
        .Bind(9, recorded.CommandIndex)
        .BindBlob(10, recorded.Hash)
        .Run();

    private Written Refused(RecordedEvent first) =>
        Written.Refused(_command.Bind(1, first.CommandId).One(_ => true, none: false) ? AppendStatus.CommandKnown : AppendStatus.VersionConflict);
}
