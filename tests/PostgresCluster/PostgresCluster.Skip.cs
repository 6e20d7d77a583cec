namespace CityGrains.Tests;

/// <summary>Tests are skipped where there is no PostgreSQL.</summary>
public sealed partial class PostgresCluster
{
    static partial void SkipFor(string reason) => Assert.Skip(reason);
}
