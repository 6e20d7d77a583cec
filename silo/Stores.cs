using CityGrains.Journal;
using CityGrains.Journal.Sqlite;

namespace CityGrains.Silo;

/// <summary>The store that the options name.</summary>
public static class Stores
{
    /// <summary>Opens it, creating it when it is missing.</summary>
    public static async Task<IStore> Open(SiloOptions options, CancellationToken cancel = default) => await SqliteStore.Open(options.DatabaseFile, cancel: cancel);
}
