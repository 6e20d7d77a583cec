using CityGrains.Journal.Tests.Stores;
using CityGrains.Journal.Tests.Suite;

namespace CityGrains.Journal.Tests.Sqlite;

public sealed class SqliteKeeping : Keeping
{
    protected override StoreHome NewHome() => new SqliteHome();

    protected override StoreHome NewPlace() => new SqliteHome();
}
