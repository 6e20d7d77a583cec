using System.Diagnostics.Metrics;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Grains.Working;
using CityGrains.Journal.Seals;
using CityGrains.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CityGrains.Grains.Tests;

/// <summary>What grains record is sealed while the node runs, and before it ends.</summary>
public sealed class SealerTests
{
    [Fact]
    public async Task What_was_recorded_is_sealed_by_a_poke_once_however_many_poke()
    {
        await using var sealing = await SealingNode.Start(every: TimeSpan.FromHours(1));
        await sealing.Register("vn-vinh");
        await sealing.Register("vn-sa-dec");

        var sealer = sealing.Grain<ISealerGrain>(SealerKey.Only);
        var reports = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sealer.Seal()));
        Assert.Equal(2, reports.Sum(report => report.Sealed));
        Assert.Equal(2, await sealing.Seals.Size());
        Assert.Equal(2, Assert.Single(await sealing.Seals.Checkpoints(long.MaxValue, 10)).Size);
    }

    [Fact]
    public async Task A_running_node_seals_by_itself()
    {
        var sealedOne = new TaskCompletionSource();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, hearing) =>
            {
                if (instrument.Name == "citygrains.sealed") hearing.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, events, _, _) =>
        {
            if (events > 0) sealedOne.TrySetResult();
        });
        listener.Start();

        await using var sealing = await SealingNode.Start(every: TimeSpan.FromMilliseconds(5));
        await sealing.Register("vn-vinh");
        await sealedOne.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_node_that_stops_has_sealed_everything()
    {
        await using var sealing = await SealingNode.Start(every: TimeSpan.FromHours(1));
        await sealing.Register("vn-vinh");
        await sealing.Stop();
        Assert.Equal(1, Assert.Single(await sealing.Seals.Checkpoints(long.MaxValue, 10)).Size);
    }

    [Fact]
    public async Task A_new_key_follows_when_the_sealer_is_asked_for_one()
    {
        await using var sealing = await SealingNode.Start(every: TimeSpan.FromHours(1));
        var sealer = sealing.Grain<ISealerGrain>(SealerKey.Only);
        Assert.Equal(1, await sealer.Rotate(lost: false));
        Assert.Equal(2, await sealer.Rotate(lost: false));
        await sealing.Register("vn-vinh");
        await sealer.Seal();
        var keys = await sealing.Seals.Keys();
        Assert.True(Assert.Single(await sealing.Seals.Checkpoints(long.MaxValue, 10)).IsSignedBy(keys[1].Key));
    }

    /// <summary>A whole node in a folder of its own.</summary>
    private sealed class SealingNode : IAsyncDisposable
    {
        private readonly Node _node;
        private readonly IHost _host;
        private bool _stopped;

        private SealingNode(Node node, IHost host) => (_node, _host) = (node, host);

        public ISeals Seals => _node.Store.Seals;

        public static async Task<SealingNode> Start(TimeSpan every)
        {
            var folder = Directory.CreateTempSubdirectory("citygrains-sealer-").FullName;
            var node = await Node.Open(new SiloOptions { DataDirectory = folder, SealEvery = every });
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            node.AddTo(builder);
            var host = builder.Build();
            await host.StartAsync(TestContext.Current.CancellationToken);
            return new SealingNode(node, host);
        }

        public T Grain<T>(string key) where T : IGrainWithStringKey => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

        public async Task Register(string id)
        {
            var context = new CommandContext(Guid.CreateVersion7(), new string('0', 64), "an", "ngoai-vu", DateTimeOffset.UtcNow);
            var outcome = await Grain<ICityGrain>(id).Execute(new RegisterCity(id, new Country("VN", "Vietnam")), context);
            Assert.Equal(CommandStatus.Accepted, outcome.Status);
        }

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
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_node.Options.DataDirectory, recursive: true);
        }
    }
}
