using CityGrains.Journal.Export;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Restoring;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Restoring;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Journal.Sqlite;

/// <summary>The record in a SQLite file, read beside whoever serves it: nothing is written, nobody waits.</summary>
public sealed class SqliteRecord : IWholeRecord
{
    private readonly Readers _readers;

    private SqliteRecord(Readers readers) => (_readers, Seals) = (readers, new SqliteSealReading(readers));

    /// <inheritdoc/>
    public ISealReading Seals { get; }

    /// <summary>Opens it.</summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">There is no store in the file, or an older program's.</exception>
    public static SqliteRecord Open(string file)
    {
        SqliteRestoring.MustNotBeUnfinished(file);
        if (!File.Exists(file)) throw RestoringPlace.At(file, RestoringPlace.Absent);
        var readers = new Readers(file);
        try
        {
            var (schema, scripts) = readers.Read(
                reader => reader.For("SELECT max(version), count(*) FROM schema").One(row => ((int)row.Int64(0), (int)row.Int64(1)), default));
            if (schema > Migrations.Known) throw new StoreIsNewerException(file, schema, Migrations.Known);
            if (scripts < Migrations.Count) throw RestoringPlace.At(file, RestoringPlace.Older);
            return new SqliteRecord(readers);
        }
        catch
        {
            readers.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> Events(CancellationToken cancel)
    {
        var end = new FeedCursor(0, _readers.Read(StreamReading.LastPosition, cancel));
        return OpenRecord.UpTo(end, EventReading.All(_readers, after: 0, cancel));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> CallerKeys(CancellationToken cancel) => Task.FromResult(SqliteKeys.All(_readers, cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> Webhooks(CancellationToken cancel) => Task.FromResult(SqliteWebhooks.All(_readers, cancel));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        return ValueTask.CompletedTask;
    }
}
