using System.Globalization;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Journal.Postgres;
using CityGrains.Journal.Record;
using CityGrains.Journal.Tests.Stores;
using CityGrains.Journal.Tests.Suite;
using CityGrains.Tests;
using Npgsql;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>A store in a database that the test can get at behind the store's back, and that other nodes can share.</summary>
public abstract class PostgresSuite(PostgresCluster cluster) : StoreSuite
{
    private PostgresHome _home = null!;

    protected PostgresCluster Cluster => cluster;

    protected string Database => _home.Database;

    protected sealed override StoreHome NewHome() => _home = new PostgresHome(cluster);

    /// <summary>Another node on the same database.</summary>
    protected Task<PostgresStore> OtherNode() => PostgresStore.Open(Database);

    protected static async Task<AppendOutcome> AppendOn(IStore node, string agreement, CommandContext context, params AgreementEvent[] happened) =>
        await (await StreamRecord<Agreement, AgreementEvent>.Load(node.Journal, RecordTypes.Agreement, agreement)).Append(happened, context);

    /// <summary>Runs SQL on a connection of its own; answers the first column of the first row.</summary>
    protected async Task<string?> Query(string sql)
    {
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    protected async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }
}
