using CityGrains.Journal.Tests.Stores;
using CityGrains.Journal.Tests.Suite;
using CityGrains.Tests;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace CityGrains.Journal.Tests.Postgres;

[Collection(OneServer.Name)]
public sealed class PostgresAppends(PostgresCluster cluster) : Appends
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresParallelAppends(PostgresCluster cluster) : ParallelAppends
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresFeeds(PostgresCluster cluster) : Feeds
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresAccessReadings(PostgresCluster cluster) : AccessReadings
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresLists(PostgresCluster cluster) : Lists
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresSearches(PostgresCluster cluster) : Searches
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresSummaries(PostgresCluster cluster) : Summaries
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresPastSummaries(PostgresCluster cluster) : PastSummaries
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresRebuilding(PostgresCluster cluster) : Rebuilding
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresKeyKeeping(PostgresCluster cluster) : KeyKeeping
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresSealing(PostgresCluster cluster) : Sealing
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresSealProofs(PostgresCluster cluster) : SealProofs
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresOffices(PostgresCluster cluster) : Offices
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresActivities(PostgresCluster cluster) : Activities
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresWebhookKeeping(PostgresCluster cluster) : WebhookKeeping
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresDeadlines(PostgresCluster cluster) : DueDates
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresDigestKeeping(PostgresCluster cluster) : DigestKeeping
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresRequests(PostgresCluster cluster) : Requests
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}

[Collection(OneServer.Name)]
public sealed class PostgresSignInKeeping(PostgresCluster cluster) : SignInKeeping
{
    protected override StoreHome NewHome() => new PostgresHome(cluster);
}
