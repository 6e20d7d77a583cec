using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>The writing connection with its statements. After trouble with the file it is thrown away and opened anew.</summary>
internal sealed class WriteSession : IWriteSession
{
    private readonly EventTable _events;
    private readonly Dictionary<StreamKind, RowWriter> _kinds;
    private readonly CounterTable _counters;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly BatchRows _rows = new();

    public WriteSession(Connection connection)
    {
        Connection = connection;
        _events = new EventTable(connection);
        _kinds = RowTable.All.ToDictionary(table => table.Kind, table => new RowWriter(connection, table));
        _counters = new CounterTable(connection);
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
    }

    /// <summary>The connection, for work that is no append.</summary>
    public Connection Connection { get; }

    /// <summary>Commits appends as one transaction, each with its outcome noted; or throws, and nothing is written.</summary>
    public void Commit(IReadOnlyList<PendingAppend> batch) => Transact(() =>
    {
        _rows.Clear();
        foreach (var append in batch)
        {
            append.Written = _events.Append(append.Request.Events);
            if (append.Written.Status is AppendStatus.Appended) _rows.Note(append.Request, append.Written.Positions.Span[0]);
        }

        _rows.Count();
        foreach (var change in _rows.Changes) _kinds[change.After.Stream.Kind].Write(change);
        foreach (var (counter, by) in _rows.Moves) _counters.Move(counter, by);
    });

    /// <summary>Runs work in a transaction; or throws, and nothing is written.</summary>
    public void Transact(Action work)
    {
        _begin.Run();
        try
        {
            work();
            _commit.Run();
        }
        finally
        {
            Connection.Rollback();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();
}
