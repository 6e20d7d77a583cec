using Npgsql;

namespace CityGrains.Journal.Postgres.Verification;

/// <summary>Several connections that see the store at one and the same moment, while others go on writing.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly List<NpgsqlConnection> _connections = [];

    private Snapshot()
    {
    }

    /// <summary>The connections, each in a transaction that reads.</summary>
    public IReadOnlyList<NpgsqlConnection> Connections => _connections;

    /// <summary>Opens them: the first one's view is lent to the others.</summary>
    public static async Task<Snapshot> Open(Database database, int count, CancellationToken cancel)
    {
        var snapshot = new Snapshot();
        try
        {
            for (var i = 0; i < count; i++) snapshot._connections.Add(await database.OpenAlone(cancel));
            string? view = null;
            foreach (var connection in snapshot._connections)
            {
                await using var begin = new NpgsqlCommand("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", connection);
                await begin.ExecuteNonQueryAsync(cancel);
                await using var share = new NpgsqlCommand(view is null ? "SELECT pg_export_snapshot()" : $"SET TRANSACTION SNAPSHOT '{view}'", connection);
                view = (string?)await share.ExecuteScalarAsync(cancel) ?? view;
            }

            return snapshot;
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
    }
}
