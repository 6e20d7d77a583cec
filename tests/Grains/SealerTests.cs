using System.Diagnostics.Metrics;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Grains.Working;
using CityGrains.Silo;

namespace CityGrains.Grains.Tests;

/// <summary>What grains record is sealed while the node runs, and before it ends.</summary>
public sealed class SealerTests
{
    [Fact]
    public async Task What_was_recorded_is_sealed_by_a_poke_once_however_many_poke()
    {
        await using var sealing = await Sealing(every: TimeSpan.FromHours(1));
        await Register(sealing, "vn-vinh");
        await Register(sealing, "vn-sa-dec");

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

        await using var sealing = await Sealing(every: TimeSpan.FromMilliseconds(5));
        await Register(sealing, "vn-vinh");
        await sealedOne.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_node_that_stops_has_sealed_everything()
    {
        await using var sealing = await Sealing(every: TimeSpan.FromHours(1));
        await Register(sealing, "vn-vinh");
        await sealing.Stop();
        Assert.Equal(1, Assert.Single(await sealing.Seals.Checkpoints(long.MaxValue, 10)).Size);
    }

    [Fact]
    public async Task A_new_key_follows_when_the_sealer_is_asked_for_one()
    {
        await using var sealing = await Sealing(every: TimeSpan.FromHours(1));
        var sealer = sealing.Grain<ISealerGrain>(SealerKey.Only);
        Assert.Equal(1, await sealer.Rotate(lost: false));
        Assert.Equal(2, await sealer.Rotate(lost: false));
        await Register(sealing, "vn-vinh");
        await sealer.Seal();
        var keys = await sealing.Seals.Keys();
        Assert.True(Assert.Single(await sealing.Seals.Checkpoints(long.MaxValue, 10)).IsSignedBy(keys[1].Key));
    }

    private static Task<NodeHost> Sealing(TimeSpan every) => NodeHost.Start(folder => new SiloOptions { DataDirectory = folder, SealEvery = every });

    private static async Task Register(NodeHost sealing, string id) =>
        Assert.Equal(CommandStatus.Accepted, (await sealing.Ask(id, new RegisterCity(id, new Country("VN", "Vietnam")))).Status);
}
