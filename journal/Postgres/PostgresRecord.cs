using CityGrains.Journal.Export;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Webhooks;
using System.Runtime.CompilerServices;

namespace CityGrains.Journal.Postgres;

/// <summary>The record in a PostgreSQL database, read beside whoever serves it: nothing is written, nobody waits.</summary>
public sealed class PostgresRecord : IWholeRecord
{
    private readonly Database _database;
    private readonly Readers _readers;

    private PostgresRecord(Database database) => (_database, _readers) = (database, new Readers(database));

    /// <inheritdoc/>
    public ISealReading Seals => new PostgresSealReading(_readers);

    /// <summary>Opens it.</summary>
    /// <exception cref="FormatException">The connection string does not parse.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">The server does not answer, or there is no store, or an older program's.</exception>
    public static async Task<PostgresRecord> Open(string connectionString, CancellationToken cancel = default)
    {
        var database = new Database(connectionString);
        try
        {
            await using var connection = await database.OpenReader(cancel);
            await Migrations.MustBeReadable(connection, database, cancel);
            return new PostgresRecord(database);
        }
        catch (Exception trouble)
        {
            database.Dispose();
            if (Trouble.Concerns(trouble)) throw database.NotOpened(trouble);
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedEvent> Events([EnumeratorCancellation] CancellationToken cancel)
    {
        var end = await EventReading.End(_readers, cancel);
        await foreach (var recorded in OpenRecord.UpTo(end, EventReading.All(_readers, FeedCursor.Start, cancel))) yield return recorded;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> CallerKeys(CancellationToken cancel) => PostgresKeys.All(_readers, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> Webhooks(CancellationToken cancel) => PostgresWebhooks.All(_readers, cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }
}
