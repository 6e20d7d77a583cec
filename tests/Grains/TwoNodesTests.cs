using System.Net;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Grains.Working;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Silo;
using CityGrains.Tests;

namespace CityGrains.Grains.Tests;

/// <summary>Two nodes that form a cluster on one PostgreSQL; only where Microsoft Orleans runs the grains.</summary>
public sealed class TwoNodesTests(PostgresCluster postgres) : IClassFixture<PostgresCluster>
{
    private const string City = "vn-vinh";

    [Fact]
    public async Task One_activation_decides_for_both_and_the_other_node_goes_on_where_one_leaves()
    {
        var database = await postgres.NewDatabase();
        await using var here = await Start(database);
        await using var there = await Start(database);
        Assert.Equal(CommandStatus.Accepted, (await here.Ask(City, new RegisterCity("Vinh", new Country("VN", "Vietnam")))).Status);

        var renamed = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? here : there).Ask(City, new RenameCity($"Vinh {i}"))));
        Assert.All(renamed, outcome => Assert.Equal(CommandStatus.Accepted, outcome.Status)); // never a conflict
        Assert.Equal(Enumerable.Range(2, 40).Select(version => (long)version), renamed.Select(outcome => outcome.Version).Order());
        Assert.Equal("city/already-exists", (await there.Ask(City, new RegisterCity("Vinh", new Country("VN", "Vietnam")))).Refusal!.Code);

        await here.Stop();
        Assert.Equal(42, (await there.Ask(City, new RenameCity("Vinh"))).Version);
    }

    [Fact]
    public async Task What_goes_wrong_on_one_node_is_told_on_the_other_as_what_it_is()
    {
        var database = await postgres.NewDatabase();
        await using (var first = await Start(database)) await first.Grain<ISealerGrain>(SealerKey.Only).Rotate(lost: false);
        await using var here = await Start(database);
        await using var there = await Start(database);
        foreach (var node in (NodeHost[])[here, there, here, there]) // wherever the sealer comes to live, neither has the key
            await Assert.ThrowsAsync<SealKeyMissingException>(() => node.Grain<ISealerGrain>(SealerKey.Only).Rotate(lost: false));
    }

    private static Task<NodeHost> Start(string database) => NodeHost.Start(folder => new SiloOptions
    {
        DataDirectory = folder, Postgres = database, SealEvery = TimeSpan.FromHours(1), Cluster = new Cluster("tests", IPAddress.Loopback, Port: 0),
    });
}
