using System.Globalization;
using CityGrains.Journal.Tests.Stores;
using CityGrains.Journal.Tests.Suite;
using Microsoft.Data.Sqlite;

namespace CityGrains.Journal.Tests.Sqlite;

/// <summary>A store in a file that the test can get at behind the store's back.</summary>
public abstract class SqliteSuite : StoreSuite
{
    private SqliteHome _home = null!;

    protected string File => _home.File;

    protected sealed override StoreHome NewHome() => _home = new SqliteHome();

    /// <summary>Runs SQL on a connection of its own; answers the first column of the first row.</summary>
    protected string? Query(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    protected SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        return connection;
    }
}
