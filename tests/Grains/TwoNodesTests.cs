using System.Net;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Grains.Working;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Silo;
using CityGrains.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CityGrains.Grains.Tests;

/// <summary>Two nodes that form a cluster on one PostgreSQL; only where Microsoft Orleans runs the grains.</summary>
public sealed class TwoNodesTests(PostgresCluster postgres) : IClassFixture<PostgresCluster>
{
    private const string City = "vn-vinh";

    [Fact]
    public async Task One_activation_decides_for_both_and_the_other_node_goes_on_where_one_leaves()
    {
        var database = await postgres.NewDatabase();
        await using var here = await ClusterNode.Start(database);
        await using var there = await ClusterNode.Start(database);
        Assert.Equal(CommandStatus.Accepted, (await here.Ask(new RegisterCity("Vinh", new Country("VN", "Vietnam")))).Status);

        var renamed = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? here : there).Ask(new RenameCity($"Vinh {i}"))));
        Assert.All(renamed, outcome => Assert.Equal(CommandStatus.Accepted, outcome.Status)); // never a conflict
        Assert.Equal(Enumerable.Range(2, 40).Select(version => (long)version), renamed.Select(outcome => outcome.Version).Order());
        Assert.Equal("city/already-exists", (await there.Ask(new RegisterCity("Vinh", new Country("VN", "Vietnam")))).Refusal!.Code);

        await here.Stop();
        Assert.Equal(42, (await there.Ask(new RenameCity("Vinh"))).Version);
    }

    [Fact]
    public async Task What_goes_wrong_on_one_node_is_told_on_the_other_as_what_it_is()
    {
        var database = await postgres.NewDatabase();
        await using (var first = await ClusterNode.Start(database)) await first.Grain<ISealerGrain>(SealerKey.Only).Rotate(lost: false);
        await using var here = await ClusterNode.Start(database);
        await using var there = await ClusterNode.Start(database);
        foreach (var node in (ClusterNode[])[here, there, here, there]) // wherever the sealer comes to live, neither has the key
            await Assert.ThrowsAsync<SealKeyMissingException>(() => node.Grain<ISealerGrain>(SealerKey.Only).Rotate(lost: false));
    }

    private sealed class ClusterNode : IAsyncDisposable
    {
        private readonly Node _node;
        private readonly IHost _host;
        private bool _stopped;

        private ClusterNode(Node node, IHost host) => (_node, _host) = (node, host);

        public static async Task<ClusterNode> Start(string database)
        {
            var folder = Directory.CreateTempSubdirectory("citygrains-cluster-").FullName;
            var node = await Node.Open(new SiloOptions
            {
                DataDirectory = folder, Postgres = database, SealEvery = TimeSpan.FromHours(1), Cluster = new Cluster("tests", IPAddress.Loopback, Port: 0),
            });
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            node.AddTo(builder);
            var host = builder.Build();
            await host.StartAsync(TestContext.Current.CancellationToken);
            return new ClusterNode(node, host);
        }

        public T Grain<T>(string key) where T : IGrainWithStringKey => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

        public Task<CommandOutcome> Ask(CityCommand command) =>
            Grain<ICityGrain>(City).Execute(command, new CommandContext(Guid.CreateVersion7(), new string('0', 64), "an", "ngoai-vu", DateTimeOffset.UtcNow));

        public async Task Stop()
        {
            if (_stopped) return;
            _stopped = true;
            await _host.StopAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await Stop();
            await ((IAsyncDisposable)_host).DisposeAsync();
            await _node.DisposeAsync();
            Directory.Delete(_node.Options.DataDirectory, recursive: true);
        }
    }
}
