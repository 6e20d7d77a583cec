using CityGrains.Journal.Postgres;
using CityGrains.Tests;

namespace CityGrains.Journal.Tests.Stores;

/// <summary>A database of its own on the server of these tests.</summary>
public sealed class PostgresHome(PostgresCluster cluster) : StoreHome
{
    /// <summary>Connection string; the database is made when first needed.</summary>
    public string Database { get; private set; } = "";

    public override async Task<IStore> Open()
    {
        if (Database.Length == 0) Database = await cluster.NewDatabase();
        return await PostgresStore.Open(Database);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
