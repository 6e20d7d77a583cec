using CityGrains.Journal.Access;
using CityGrains.Journal.Digests;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Verification;
using CityGrains.Journal.SignIns;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Restoring;
using CityGrains.Journal.Sqlite.Verification;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Verification;
using CityGrains.Journal.Webhooks;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The record in one SQLite file, written by one process at a time.</summary>
public sealed class SqliteStore : IStore
{
    private readonly string _file;
    private readonly Writer<WriteSession> _writer;
    private readonly Readers _readers;

    private SqliteStore(string file, WriteSession session)
    {
        _file = file;
        _writer = new Writer<WriteSession>(new WriteSessions(file), session);
        _readers = new Readers(file);
        Journal = new SqliteJournal(_writer, _readers);
        Rows = new SqliteRows(_readers);
        Requests = new SqliteRequests(_readers);
        Keys = new SqliteKeys(_writer, _readers);
        SignIns = new SqliteSignIns(_writer, _readers);
        Digests = new SqliteDigests(_writer, _readers);
        Seals = new SqliteSeals(_writer, _readers);
        Access = new AccessReading(_readers);
        Webhooks = new SqliteWebhooks(_writer, _readers);
    }

    /// <inheritdoc/>
    public IJournal Journal { get; }

    /// <inheritdoc/>
    public IRows Rows { get; }

    /// <inheritdoc/>
    public IRequestRows Requests { get; }

    /// <inheritdoc/>
    public IKeys Keys { get; }

    /// <inheritdoc/>
    public ISignIns SignIns { get; }

    /// <inheritdoc/>
    public IDigests Digests { get; }

    /// <inheritdoc/>
    public ISeals Seals { get; }

    /// <inheritdoc/>
    public IAccessReading Access { get; }

    /// <inheritdoc/>
    public IWebhooks Webhooks { get; }

    /// <summary>The writer, for tests that trouble its session.</summary>
    internal Writer<WriteSession> Writer => _writer;

    /// <summary>
    /// Opens the store in a file, which is created when missing, brings its schema up to date,
    /// and rebuilds rows that are in another format than the program's.
    /// </summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or is no store.</exception>
    public static Task<SqliteStore> Open(string file, IProgress<RebuildProgress>? progress = null, CancellationToken cancel = default) =>
        Task.Run(() => OpenNow(file, progress, cancel), cancel);

    /// <summary>Verifies the store in a file, whether it is open or not.</summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">There is no such file.</exception>
    public static async Task<VerificationReport> Verify(string file, IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default)
    {
        SqliteRestoring.MustNotBeUnfinished(file);
        var report = await SqliteVerification.Run(file, progress, cancel);
        using var readers = new Readers(file);
        return report.And(await Task.Run(() => SealVerification.Run(new SqliteSealReading(readers), progress, cancel), cancel));
    }

    /// <inheritdoc/>
    public ValueTask<long> Size(CancellationToken cancel = default) =>
        ValueTask.FromResult(((string[])[_file, $"{_file}-wal"]).Select(part => new FileInfo(part)).Where(part => part.Exists).Sum(part => part.Length));

    /// <inheritdoc/>
    public ValueTask<StoreSchema> Schema(CancellationToken cancel = default) =>
        ValueTask.FromResult(new StoreSchema(_readers.Read(reader => reader.For("SELECT coalesce(max(version), 0) FROM schema").One(row => (int)row.Int64(0), 0), cancel), Migrations.Known));

    /// <inheritdoc/>
    public Task<VerificationReport> Verify(IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default) =>
        Verify(_file, progress, cancel);

    /// <inheritdoc/>
    public Task Rebuild(IProgress<RebuildProgress>? progress = null, CancellationToken cancel = default) =>
        _writer.Rebuild(session => session.Transact(() => new RowRebuild(session.Connection, _readers).Run(progress, cancel)), cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose(); // before the writer, whose connection, being the last, folds the log into the file
        await _writer.DisposeAsync();
    }

    private static SqliteStore OpenNow(string file, IProgress<RebuildProgress>? progress, CancellationToken cancel)
    {
        SqliteRestoring.MustNotBeUnfinished(file);
        Connection? connection = null;
        try
        {
            connection = SqliteFile.OpenForWriting(file);
            Migrations.Apply(connection, file);
            var session = new WriteSession(connection);
            if (RowRebuild.IsNeeded(connection)) RebuildNow(file, session, progress, cancel);
            var store = new SqliteStore(file, session);
            connection = null;
            return store;
        }
        catch (SqliteError error)
        {
            throw error.NotOpened(file);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private static void RebuildNow(string file, WriteSession session, IProgress<RebuildProgress>? progress, CancellationToken cancel)
    {
        using var readers = new Readers(file);
        session.Transact(() => new RowRebuild(session.Connection, readers).Run(progress, cancel));
    }
}
