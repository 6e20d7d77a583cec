using CityGrains.Journal.Restoring;
using CityGrains.Journal.Verification;
using Npgsql;

namespace CityGrains.Journal.Postgres.Restoring;

/// <summary>
/// Restores into the schema <c>citygrains</c>, marked as unfinished by a table of its own until it is whole. Whoever opens the store meanwhile, or after a
/// crash, sees the mark and refuses.
/// </summary>
public sealed class PostgresRestoring : IRestoring
{
    /// <summary>The letters CityBack: the advisory lock that keeps a second restore out.</summary>
    private const long Lock = 0x436974794261636b;

    private readonly Database _database;
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private RecordCopy? _copy;

    /// <summary>Nothing is connected yet.</summary>
    /// <exception cref="FormatException">The connection string does not parse.</exception>
    public PostgresRestoring(string connectionString) => _database = new Database(connectionString);

    /// <inheritdoc/>
    public Task MustBeEmpty(CancellationToken cancel) => Guarded(async () =>
    {
        _connection = await _database.OpenAlone(cancel);
        if (!await IsAlone(cancel)) throw _database.Refused(RestoringPlace.InUse);
        await Migrations.MustBeEmpty(_connection, _database, cancel);
    });

    /// <inheritdoc/>
    public Task Begin(CancellationToken cancel) => Guarded(async () =>
    {
        await Migrations.Begin(_connection!, _database, cancel);
        _transaction = await _connection!.BeginTransactionAsync(cancel);
        _copy = new RecordCopy(_connection, await Ask<long>("SELECT citygrains.transaction()", cancel));
    });

    /// <inheritdoc/>
    public Task Add(RestoredPart part, CancellationToken cancel) => Guarded(() =>
    {
        _copy!.Add(part);
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public Task End(IProgress<RebuildProgress>? progress, CancellationToken cancel) => Guarded(async () =>
    {
        await Ask<object>(
            "SELECT setval(pg_get_serial_sequence('citygrains.events', 'position'), greatest(1, count(*)), count(*) > 0) FROM citygrains.events", cancel);
        await _transaction!.CommitAsync(cancel);
        await Execute("ANALYZE citygrains.events", cancel);
        await new RowRebuild(_database).Run(_connection!, progress, cancel);
        await Migrations.Finish(_connection!, cancel);
        await Execute("ANALYZE", cancel);
    });

    /// <inheritdoc/>
    public Task Abandon() => Guarded(async () =>
    {
        if (_connection is not null) await _connection.DisposeAsync(); // whatever state it is in
        _connection = await _database.OpenAlone(CancellationToken.None);
        await Execute("SET lock_timeout = '10s'", CancellationToken.None); // the server may let go of the first connection's lock a moment after that has closed
        await Execute($"SELECT pg_advisory_lock({Lock})", CancellationToken.None);
        await Migrations.DropUnfinished(_connection, CancellationToken.None);
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>No other restore is at it, and none begins as long as the connection lasts.</summary>
    private Task<bool> IsAlone(CancellationToken cancel) => Ask<bool>($"SELECT pg_try_advisory_lock({Lock})", cancel);

    private async Task<T> Ask<T>(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task Execute(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task Guarded(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception trouble) when (Trouble.Concerns(trouble))
        {
            throw _database.NotOpened(trouble);
        }
    }
}
