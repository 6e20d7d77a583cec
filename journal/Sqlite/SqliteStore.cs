using CityGrains.Journal.Keys;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The record in one SQLite file, written by one process at a time.</summary>
public sealed class SqliteStore : IStore
{
    private readonly Writer<WriteSession> _writer;
    private readonly Readers _readers;

    private SqliteStore(string file, WriteSession session)
    {
        _writer = new Writer<WriteSession>(new WriteSessions(file), session);
        _readers = new Readers(file);
        Journal = new SqliteJournal(_writer, _readers);
        Rows = new SqliteRows(_readers);
        Keys = new SqliteKeys(_writer, _readers);
    }

    /// <inheritdoc/>
    public IJournal Journal { get; }

    /// <inheritdoc/>
    public IRows Rows { get; }

    /// <inheritdoc/>
    public IKeys Keys { get; }

    /// <summary>Opens the store in a file, which is created when missing, and brings its schema up to date.</summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or is no store.</exception>
    public static Task<SqliteStore> Open(string file, CancellationToken cancel = default) => Task.Run(() => OpenNow(file), cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose(); // before the writer, whose connection, being the last, folds the log into the file
        await _writer.DisposeAsync();
    }

    private static SqliteStore OpenNow(string file)
    {
        Connection? connection = null;
        try
        {
            connection = SqliteFile.OpenForWriting(file);
            Migrations.Apply(connection, file);
            var store = new SqliteStore(file, new WriteSession(connection));
            connection = null;
            return store;
        }
        catch (SqliteError error)
        {
            throw error.Unavailable(file);
        }
        finally
        {
            connection?.Dispose();
        }
    }
}
