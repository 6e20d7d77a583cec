using CityGrains.Journal.Tests.Stores;
using CityGrains.Journal.Tests.Suite;
using CityGrains.Tests;

namespace CityGrains.Journal.Tests.Postgres;

[Collection(OneServer.Name)]
public sealed class PostgresKeeping(PostgresCluster cluster) : Keeping
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);

    protected override StoreHome NewPlace() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class KeepingFromSqliteToPostgres(PostgresCluster cluster) : Keeping
{
    protected override StoreHome NewHome() => new SqliteHome();

    protected override StoreHome NewPlace() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class KeepingFromPostgresToSqlite(PostgresCluster cluster) : Keeping
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);

    protected override StoreHome NewPlace() => new SqliteHome();
}
