using CityGrains.Journal;
using CityGrains.Journal.Export;
using CityGrains.Journal.Postgres;
using CityGrains.Journal.Postgres.Restoring;
using CityGrains.Journal.Restoring;
using CityGrains.Journal.Sqlite;
using CityGrains.Journal.Sqlite.Restoring;
using CityGrains.Journal.Verification;

namespace CityGrains.Silo;

/// <summary>The store that the options name. Messages name file, or host and database, never the password.</summary>
public static class Stores
{
    /// <summary>True where a text can be read as a connection string that names a PostgreSQL server.</summary>
    public static bool IsConnectionString(string text) => PostgresStore.IsConnectionString(text);

    /// <summary>The version of the PostgreSQL server that a connection string names.</summary>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    /// <exception cref="JournalUnavailableException">It does not answer, or cannot keep a record.</exception>
    public static Task<Version> ServerVersion(string connection, CancellationToken cancel = default) => PostgresStore.ServerVersion(connection, cancel);

    /// <summary>Opens it, creating it when it is missing; a PostgreSQL database must be there, the schema in it need not.</summary>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the store.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be opened, or the server does not answer or does not let the user in.</exception>
    public static async Task<IStore> Open(SiloOptions options, CancellationToken cancel = default) => options.Postgres is null
        ? await SqliteStore.Open(options.DatabaseFile, cancel: cancel)
        : await PostgresStore.Open(options.Postgres, cancel: cancel);

    /// <summary>Reads its record, whether it is served or not.</summary>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the store.</exception>
    /// <exception cref="JournalUnavailableException">There is no store, or it cannot be read.</exception>
    public static async Task<IWholeRecord> Read(SiloOptions options, CancellationToken cancel = default) => options.Postgres is null
        ? SqliteRecord.Open(options.DatabaseFile)
        : await PostgresRecord.Open(options.Postgres, cancel);

    /// <summary>Verifies it, whether it is served or not.</summary>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the store.</exception>
    /// <exception cref="JournalUnavailableException">There is no store.</exception>
    public static Task<VerificationReport> Verify(SiloOptions options, IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default) =>
        options.Postgres is null
        ? SqliteStore.Verify(options.DatabaseFile, progress, cancel)
        : PostgresStore.Verify(options.Postgres, progress, cancel);

    /// <summary>Puts a record into the empty place they name.</summary>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    public static IRestoring Restore(SiloOptions options) => options.Postgres is null
        ? new SqliteRestoring(options.DatabaseFile)
        : new PostgresRestoring(options.Postgres);
}
