using CityGrains.Journal;
using CityGrains.Journal.Postgres;
using CityGrains.Journal.Sqlite;

namespace CityGrains.Silo;

/// <summary>The store that the options name.</summary>
public static class Stores
{
    /// <summary>Opens it, creating it when it is missing; a PostgreSQL database must be there, the schema in it need not. Messages name host and database, never the password.</summary>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the store.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be opened, or the server does not answer or does not let the user in.</exception>
    public static async Task<IStore> Open(SiloOptions options, CancellationToken cancel = default) => options.Postgres is null
        ? await SqliteStore.Open(options.DatabaseFile, cancel: cancel)
        : await PostgresStore.Open(options.Postgres, cancel: cancel);
}
