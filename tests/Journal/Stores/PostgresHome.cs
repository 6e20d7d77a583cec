using System.Collections.Concurrent;
using CityGrains.Journal.Export;
using CityGrains.Journal.Postgres;
using CityGrains.Journal.Postgres.Restoring;
using CityGrains.Journal.Restoring;
using CityGrains.Tests;
using Npgsql;

namespace CityGrains.Journal.Tests.Stores;

/// <summary>A database of its own on the server of these tests.</summary>
public sealed class PostgresHome(PostgresCluster cluster) : StoreHome
{
    /// <summary>For each server, the name of a database that a store was opened in once: copies of it spare each test the making of the schema.</summary>
    private static readonly ConcurrentDictionary<PostgresCluster, Lazy<Task<string>>> Opened = new();

    /// <summary>Connection string; the database is made when first needed.</summary>
    public string Database { get; private set; } = "";

    public override async Task<IStore> Open()
    {
        if (Database.Length == 0) Database = await cluster.NewDatabase($"TEMPLATE {await Opened.GetOrAdd(cluster, OpenedOnce).Value}");
        return await PostgresStore.Open(Database);
    }

    public override async Task<IWholeRecord> Read() => await PostgresRecord.Open(await Made());

    public override async Task<IRestoring> Restore() => new PostgresRestoring(await Made());

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> Made() => Database.Length > 0 ? Database : Database = await cluster.NewDatabase();

    private static Lazy<Task<string>> OpenedOnce(PostgresCluster cluster) => new(async () =>
    {
        var database = await cluster.NewDatabase();
        await (await PostgresStore.Open(database)).DisposeAsync();
        return new NpgsqlConnectionStringBuilder(database).Database!;
    });
}
