using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CityGrains.Grains.Tests;

public interface ISleepyGrain : IGrainWithStringKey
{
    Task<int> Call();

    Task Sleep();

    Task Hold(string until);
}

public sealed class SleepyGrain(Probe probe) : Grain, ISleepyGrain
{
    private int _calls;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Note($"awake {this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        probe.Signal($"leaving {key}");
        if (key.StartsWith("slow", StringComparison.Ordinal)) await probe.Wait($"leave {key}");
        probe.Note($"asleep {key} {reason.ReasonCode}");
        probe.Signal($"asleep {key}");
        if (key.StartsWith("rude", StringComparison.Ordinal)) throw new InvalidOperationException("No goodbye.");
    }

    public Task<int> Call() => Task.FromResult(++_calls);

    public Task Sleep()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task Hold(string until)
    {
        probe.Signal("held");
        await probe.Wait(until);
    }
}

public sealed class DeactivationTests : IAsyncLifetime
{
    private static readonly TimeSpan CollectionAge = TimeSpan.FromSeconds(2);
    private readonly SetClock _clock = new();
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start(silo =>
    {
        silo.Services.AddSingleton<TimeProvider>(_clock);
        silo.Configure<GrainCollectionOptions>(collection =>
        {
            collection.CollectionQuantum = TimeSpan.FromMilliseconds(200);
            collection.CollectionAge = CollectionAge;
        });
    });

    public ValueTask DisposeAsync() => _grains.DisposeAsync();

    [Fact]
    public async Task A_grain_that_asks_for_it_leaves_and_the_next_call_finds_a_new_one()
    {
        var grain = _grains.Grain<ISleepyGrain>("a");
        await grain.Call();
        await grain.Sleep();
        Assert.Equal(1, await grain.Call());
        Assert.Equal(["awake a", "asleep a ApplicationRequested", "awake a"], _grains.Probe.Notes);
    }

    [Fact]
    public async Task A_call_to_a_grain_that_is_leaving_waits_for_the_next_one()
    {
        var grain = _grains.Grain<ISleepyGrain>("slow");
        await grain.Sleep();
        await _grains.Probe.Wait("leaving slow");
        var call = grain.Call();
        _grains.Probe.Signal("leave slow");
        Assert.Equal(1, await call);
        Assert.Equal(["awake slow", "asleep slow ApplicationRequested", "awake slow"], _grains.Probe.Notes);
    }

    [Fact]
    public async Task A_grain_that_fails_to_say_goodbye_leaves_all_the_same()
    {
        var grain = _grains.Grain<ISleepyGrain>("rude");
        await grain.Sleep();
        await _grains.Probe.Wait("asleep rude");
        Assert.Equal(1, await grain.Call());
    }

    [Fact]
    public async Task A_grain_leaves_memory_when_it_has_been_idle_for_the_collection_age_and_comes_back_when_called()
    {
        var grain = _grains.Grain<ISleepyGrain>("a");
        await grain.Call();
        var called = Stopwatch.GetTimestamp();
        await grain.Call();
        await _grains.Probe.Wait("asleep a");
        Assert.True(Stopwatch.GetElapsedTime(called) >= CollectionAge, $"It left after {Stopwatch.GetElapsedTime(called)}.");
        Assert.Equal(1, await grain.Call());
        Assert.Equal(["awake a", "asleep a ActivationIdle", "awake a"], _grains.Probe.Notes);
    }

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public async Task A_clock_that_is_set_keeps_no_grain_from_beginning_nor_from_leaving(int days)
    {
        await _grains.Grain<ISleepyGrain>("before").Call();
        _clock.Set = TimeSpan.FromDays(days);
        Assert.Equal(1, await _grains.Grain<ISleepyGrain>("after").Call());
        await _grains.Probe.Wait("asleep before");
        await _grains.Probe.Wait("asleep after");
        _clock.Set = TimeSpan.Zero;
        Assert.Equal(1, await _grains.Grain<ISleepyGrain>("before").Call());
    }

    [Fact]
    public async Task A_grain_in_the_middle_of_a_call_is_not_idle()
    {
        var busy = _grains.Grain<ISleepyGrain>("busy");
        var held = busy.Hold("release");
        await _grains.Probe.Wait("held");
        await _grains.Grain<ISleepyGrain>("idle").Call();
        await _grains.Probe.Wait("asleep idle");
        _grains.Probe.Signal("release");
        await held;
        Assert.DoesNotContain("asleep busy ActivationIdle", _grains.Probe.Notes);
    }

    [Fact]
    public async Task Every_grain_says_goodbye_when_the_process_stops()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _grains.Grain<ISleepyGrain>($"g{i}").Call()));
        await _grains.Stop();
        Assert.Equal(20, _grains.Probe.Notes.Count(note => note.EndsWith(" ShuttingDown", StringComparison.Ordinal)));
    }
}

/// <summary>The machine's clock, set by somebody.</summary>
internal sealed class SetClock : TimeProvider
{
    public TimeSpan Set { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Set;
}
