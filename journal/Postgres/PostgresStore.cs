using CityGrains.Domain.Record;
using CityGrains.Journal.Access;
using CityGrains.Journal.Digests;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Postgres.Verification;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Verification;
using CityGrains.Journal.SignIns;
using CityGrains.Journal.Verification;
using CityGrains.Journal.Webhooks;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>
/// The record in the schema <c>citygrains</c> of a PostgreSQL database (13 or newer, encoding UTF8), written by any number of nodes at a time.
/// </summary>
public sealed class PostgresStore : IStore
{
    /// <summary>The first version that tells transactions apart for ever, by 64 bits.</summary>
    private const int OldestVersion = 13;

    private readonly Database _database;
    private readonly Writer<WriteSession> _writer;
    private readonly Readers _readers;

    private PostgresStore(Database database, params IReadOnlyList<WriteSession> sessions)
    {
        _database = database;
        _writer = new Writer<WriteSession>(new WriteSessions(database), sessions);
        var readers = _readers = new Readers(database);
        Journal = new PostgresJournal(_writer, readers);
        Rows = new PostgresRows(readers);
        Requests = new PostgresRequests(readers);
        Keys = new PostgresKeys(_writer, readers);
        SignIns = new PostgresSignIns(_writer, readers);
        Digests = new PostgresDigests(_writer, readers);
        Seals = new PostgresSeals(_writer, readers);
        Access = new AccessReading(readers);
        Webhooks = new PostgresWebhooks(_writer, readers);
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

    /// <summary>True where a text can be read as a connection string that names a server; nothing is connected.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            new Database(text).Dispose();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The version of a server that this program can keep a record on; nothing is created.</summary>
    /// <exception cref="FormatException">The connection string does not parse.</exception>
    /// <exception cref="JournalUnavailableException">The server does not answer, does not let the user in, is too old, or keeps texts in another encoding than
    /// UTF-8.</exception>
    public static async Task<Version> ServerVersion(string connectionString, CancellationToken cancel = default)
    {
        using var database = new Database(connectionString);
        try
        {
            await using var connection = await database.OpenAlone(cancel);
            Check(connection, database);
            return connection.PostgreSqlVersion;
        }
        catch (Exception trouble) when (Trouble.Concerns(trouble))
        {
            throw database.NotOpened(trouble);
        }
    }

    /// <summary>
    /// Opens the store in a database, creates the schema when it is missing, brings it up to date, and rebuilds rows that are in another format than the
    /// program's.
    /// </summary>
    /// <exception cref="FormatException">The connection string does not parse.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">The server does not answer, does not let the user in, or keeps texts in another encoding than
    /// UTF-8.</exception>
    public static async Task<PostgresStore> Open(string connectionString, IProgress<RebuildProgress>? progress = null, CancellationToken cancel = default)
    {
        var database = new Database(connectionString);
        try
        {
            await using (var connection = await database.OpenAlone(cancel))
            {
                Check(connection, database);
                await Migrations.Apply(connection, database, cancel);
                if (await RowRebuild.IsNeeded(connection, cancel)) await new RowRebuild(database).Run(connection, progress, cancel);
            }

            return new PostgresStore(database, new WriteSession(database), new WriteSession(database)); // while one batch waits for the server, the next is prepared
        }
        catch (Exception trouble) when (Trouble.Concerns(trouble))
        {
            database.Dispose();
            throw database.NotOpened(trouble);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Verifies the store in a database, whether it is open or not.</summary>
    /// <exception cref="FormatException">The connection string does not parse.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">The server does not answer, or there is no store.</exception>
    public static async Task<VerificationReport> Verify(
        string connectionString, IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default)
    {
        await using (await PostgresRecord.Open(connectionString, cancel)) // says why where there is nothing to verify
        {
            using var database = new Database(connectionString);
            return await Verify(database, progress, cancel);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<long> Size(CancellationToken cancel = default) => (await _readers.Often(
        "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'citygrains' AND c.relkind = 'r'",
        [], row => row.GetInt64(0), cancel)).Single();

    /// <inheritdoc/>
    public async ValueTask<StoreSchema> Schema(CancellationToken cancel = default) =>
        new((await _readers.Often("SELECT coalesce(max(version), 0) FROM citygrains.schema", [], row => row.GetInt32(0), cancel)).Single(), Migrations.Known);

    /// <inheritdoc/>
    public Task<VerificationReport> Verify(IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default) =>
        Verify(_database, progress, cancel);

    /// <inheritdoc/>
    public Task Rebuild(IProgress<RebuildProgress>? progress = null, CancellationToken cancel = default) =>
        _writer.Rebuild(session => new RowRebuild(_database).Run(session.Connection, progress, cancel).GetAwaiter().GetResult(), cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _database.Dispose();
    }

    private static async Task<VerificationReport> Verify(Database database, IProgress<VerificationProgress>? progress, CancellationToken cancel)
    {
        var report = await new PostgresVerification(database, progress, cancel).Report();
        return report.And(await SealVerification.Run(new PostgresSealReading(new Readers(database)), progress, cancel));
    }

    private static void Check(NpgsqlConnection connection, Database database)
    {
        if (connection.PostgreSqlVersion is var version && version.Major < OldestVersion) throw database.Refused(new Sentence(
            $"là PostgreSQL {version}, còn chương trình cần bản {OldestVersion} trở lên", $"is PostgreSQL {version}, and this program needs {OldestVersion} or newer"));
        if (connection.PostgresParameters["server_encoding"] is var encoding and not "UTF8") throw database.Refused(new Sentence(
            $"lưu văn bản bằng bảng mã {encoding}, còn chương trình cần UTF8", $"keeps texts in {encoding}, and this program needs UTF8"));
    }
}
