using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Postgres;
using CityGrains.Silo;
using CityGrains.Tests;

namespace CityGrains.Api.Tests.Clusters;

/// <summary>Who may come in is the same on each node of a cluster, from the moment it is changed on one.</summary>
public sealed class KeysOfACluster(PostgresCluster postgres) : IClassFixture<PostgresCluster>
{
    private static readonly SiloOptions InACluster = new() { DataDirectory = "", Cluster = new Cluster("hanoi", IPAddress.Loopback, 0) };
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 3, 15, 5, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_key_revoked_and_a_session_ended_on_one_node_open_nothing_on_another_any_more()
    {
        var (database, cancel) = (await postgres.NewDatabase(), TestContext.Current.CancellationToken);
        await using var here = await PostgresStore.Open(database, cancel: cancel);
        await using var there = await PostgresStore.Open(database, cancel: cancel);
        var (ours, theirs) = (Node(here, InACluster), Node(there, InACluster));
        var key = ApiKey.Create();
        var stored = new StoredKey("lan", ApiKey.Hash(key), [Role.Officer], "Sở Ngoại vụ Sơn La", _clock.GetUtcNow());
        await here.Keys.Save(stored, cancel);

        var session = await ours.Sessions.Begin(stored.Hash, cancel);
        Assert.Equal("lan", (await theirs.Keys.Find(key, cancel))!.Name);
        Assert.Equal("lan", (await theirs.Sessions.Find(session, cancel))!.Name); // signed in there, known here
        await ours.Sessions.End(session, cancel);
        Assert.Null(await theirs.Sessions.Find(session, cancel));

        await here.Keys.Save(stored with { RevokedAt = _clock.GetUtcNow() }, cancel);
        Assert.Null(await theirs.Keys.Find(key, cancel));
    }

    private (KnownKeys Keys, Sessions Sessions) Node(PostgresStore store, SiloOptions options)
    {
        var keys = new KnownKeys(store.Keys, options, _clock);
        return (keys, new Sessions(store.SignIns, keys, options, _clock));
    }
}
