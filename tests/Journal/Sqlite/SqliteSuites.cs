using CityGrains.Journal.Tests.Stores;
using CityGrains.Journal.Tests.Suite;

namespace CityGrains.Journal.Tests.Sqlite;

public sealed class SqliteAppends : Appends
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteParallelAppends : ParallelAppends
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteFeeds : Feeds
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteAccessReadings : AccessReadings
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteLists : Lists
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteSearches : Searches
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteSummaries : Summaries
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqlitePastSummaries : PastSummaries
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteRebuilding : Rebuilding
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteKeyKeeping : KeyKeeping
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteSealing : Sealing
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteSealProofs : SealProofs
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteOffices : Offices
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteActivities : Activities
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteWebhookKeeping : WebhookKeeping
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteDeadlines : DueDates
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteDigestKeeping : DigestKeeping
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteRequests : Requests
{
    protected override StoreHome NewHome() => new SqliteHome();
}

public sealed class SqliteSignInKeeping : SignInKeeping
{
    protected override StoreHome NewHome() => new SqliteHome();
}
