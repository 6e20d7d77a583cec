using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CityGrains.Silo;

/// <summary>
/// Makes the tables that the runtime's own storage needs, before anything else starts. Orleans reads its SQL from one of them, <c>OrleansQuery</c>;
/// our scripts in <c>sql/</c> fill it, at every start anew, so an older text never stays behind.
/// </summary>
public sealed class OrleansTables(SiloOptions options) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        DataDirectory.Create(options.DataDirectory);
        await using var connection = Connection();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is part of this assembly.
        command.CommandText = await Script(options.Postgres is null ? "sqlite-orleans-storage.sql" : "postgres-orleans-storage.sql", cancellationToken);
        if (options.Cluster is not null) command.CommandText += await Script("postgres-orleans-clustering.sql", cancellationToken); // in the same transaction
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Closes the connections that the storage kept for its next question: nobody asks any more.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await using var connection = Connection();
        if (connection is SqliteConnection sqlite) SqliteConnection.ClearPool(sqlite);
        else NpgsqlConnection.ClearPool((NpgsqlConnection)connection);
    }

    private DbConnection Connection() =>
        options.Postgres is { } postgres ? new NpgsqlConnection(postgres) : new SqliteConnection(GrainHosting.StorageConnection(options));

    private static async Task<string> Script(string name, CancellationToken cancel)
    {
        using var reader = new StreamReader(typeof(OrleansTables).Assembly.GetManifestResourceStream($"CityGrains.Silo.sql.{name}")!);
        return await reader.ReadToEndAsync(cancel);
    }
}
