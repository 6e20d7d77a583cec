using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>
/// The writing connection with its statements, opened anew by itself after it was lost.
/// A batch goes out in one piece, is one transaction, and is answered once that is on disk.
/// </summary>
internal sealed class WriteSession : IWriteSession
{
    /// <summary>How often a batch may meet another writer before its appends are tried alone.</summary>
    private const int MostAttempts = 4;

    private readonly Database _database;
    private readonly Admission _admission = new();
    private readonly BatchRows _rows = new();
    private NpgsqlConnection _connection;
    private EventStatement _events = new();
    private RowBatch _statements = new();

    public WriteSession(Database database) => (_database, _connection) = (database, database.OpenWriter());

    /// <inheritdoc/>
    public void Commit(IReadOnlyList<PendingAppend> batch)
    {
        Found? found = null;
        var uncertain = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (_admission.Admit(batch, found, uncertain) is { Count: > 0 } admitted) Send(admitted);
                return;
            }
            catch (PostgresException trouble) when (Trouble.MayBeConflict(trouble))
            {
                if (attempt == MostAttempts) throw batch.Count == 1 && Trouble.IsRow(trouble) ? new RowOutOfStepException(batch[0].Request.Events[0].Stream)
                    : trouble;
            }
            catch (NpgsqlException trouble) when (Trouble.IsLoss(trouble) && !uncertain)
            {
                // Nobody knows whether it was written. On a new connection the record itself can tell; sending it again cannot write it twice.
                uncertain = true;
                Reopen();
            }

            found = Found.Ask(Connection, batch);
        }
    }

    /// <summary>The connection, for work that is no append; another one after a failure that ended it.</summary>
    public NpgsqlConnection Connection
    {
        get
        {
            if (_connection.State is not System.Data.ConnectionState.Open) Reopen();
            return _connection;
        }
    }

    /// <summary>Runs statements that are no appends, together as one transaction; answers how many rows they changed.</summary>
    public int Execute(params IReadOnlyList<(string Sql, object[] Values)> statements) => Execute(Connection, statements);

    /// <summary>The same on a connection; in its transaction, where one is open.</summary>
    public static int Execute(NpgsqlConnection connection, params IReadOnlyList<(string Sql, object[] Values)> statements)
    {
        using var batch = new NpgsqlBatch(connection);
        foreach (var (sql, values) in statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }

        return batch.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Reopen()
    {
        _connection.Dispose();
        _connection = _database.OpenWriter();
        (_events, _statements) = (new EventStatement(), new RowBatch()); // a statement remembers what the connection before had prepared
    }

    /// <summary>The statements are pipelined and end with one synchronisation, which is where the server commits them together.</summary>
    private void Send(IReadOnlyList<PendingAppend> admitted)
    {
        using var batch = new NpgsqlBatch(Connection);
        Fill(admitted);
        _events.AddTo(batch);
        _statements.AddTo(batch);

        using var reader = batch.ExecuteReader();
        var (transaction, positions) = _events.Read(reader);
        while (reader.NextResult())
        {
        }

        var next = 0;
        foreach (var append in admitted)
        {
            var count = append.Request.Events.Count;
            append.Written = new Written(AppendStatus.Appended, transaction, positions.AsMemory(next, count));
            next += count;
        }
    }

    private void Fill(IReadOnlyList<PendingAppend> admitted)
    {
        _events.Clear();
        _rows.Clear();
        foreach (var append in admitted)
        {
            foreach (var recorded in append.Request.Events) _events.Add(recorded);
            _rows.Note(append.Request, firstPosition: 0); // the server knows it
        }

        _statements.Set(_rows);
    }
}
