namespace CityGrains.Journal.Tests.Postgres;

/// <summary>
/// Suites on the shared server run one after the other: a transaction in any database of a server holds the feed of all others back,
/// and a test that says what is visible at once must be alone with it.
/// </summary>
internal static class OneServer
{
    public const string Name = "one PostgreSQL server";
}
