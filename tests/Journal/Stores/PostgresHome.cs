using CityGrains.Journal.Export;
using CityGrains.Journal.Postgres;
using CityGrains.Journal.Postgres.Restoring;
using CityGrains.Journal.Restoring;
using CityGrains.Tests;

namespace CityGrains.Journal.Tests.Stores;

/// <summary>A database of its own on the server of these tests.</summary>
public sealed class PostgresHome(PostgresCluster cluster) : StoreHome
{
    /// <summary>Connection string; the database is made when first needed.</summary>
    public string Database { get; private set; } = "";

    public override async Task<IStore> Open() => await PostgresStore.Open(await Made());

    public override async Task<IWholeRecord> Read() => await PostgresRecord.Open(await Made());

    public override async Task<IRestoring> Restore() => new PostgresRestoring(await Made());

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> Made() => Database.Length > 0 ? Database : Database = await cluster.NewDatabase();
}
