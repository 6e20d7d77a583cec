using Orleans;
using Orleans.Concurrency;

namespace CityGrains.Grains.Tests;

public interface ITurnGrain : IGrainWithStringKey
{
    Task Write();

    [ReadOnly]
    Task Read();

    [ReadOnly]
    Task Meet(string own, string other);

    Task Fan(int width);

    Task HandOver(string give, string take);

    Task<int> MostAtOnce();
}

public sealed class TurnGrain(Probe probe) : Grain, ITurnGrain
{
    private int _writing;
    private int _running;
    private int _most;

    public async Task Write()
    {
        probe.Note("write");
        var alone = ++_writing == 1;
        await Yields();
        _writing--;
        if (!alone) throw new InvalidOperationException("Two writes ran at once.");
    }

    public async Task Read()
    {
        if (_writing > 0) throw new InvalidOperationException("A read began beside a write.");
        await Yields();
    }

    public async Task Meet(string own, string other)
    {
        probe.Signal(own);
        await probe.Wait(other);
        probe.Note("met");
    }

    public Task Fan(int width) => Task.WhenAll(Enumerable.Range(0, width).Select(_ => Yields()));

    public async Task HandOver(string give, string take)
    {
        probe.Signal(give);
        await probe.Wait(take);
    }

    public Task<int> MostAtOnce() => Task.FromResult(_most);

    private async Task Yields()
    {
        for (var i = 0; i < 20; i++)
        {
            Busy();
            await Task.Yield();
            Busy();
            await Task.Run(() => { });
        }
    }

    /// <summary>Counts how many threads are inside at once.</summary>
    private void Busy()
    {
        var running = Interlocked.Increment(ref _running);
        Thread.SpinWait(500);
        if (running > _most) _most = running;
        Interlocked.Decrement(ref _running);
    }
}

public sealed class TurnTests : IAsyncLifetime
{
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start();

    public ValueTask DisposeAsync() => _grains.DisposeAsync();

    [Fact]
    public async Task A_call_starts_when_the_one_before_has_ended()
    {
        var grain = _grains.Grain<ITurnGrain>("a");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(grain.Write)));
        Assert.Equal(1, await grain.MostAtOnce());
    }

    [Fact]
    public async Task What_follows_an_await_runs_alone_too()
    {
        var grain = _grains.Grain<ITurnGrain>("a");
        await grain.Fan(50);
        Assert.Equal(1, await grain.MostAtOnce());
    }

    [Fact]
    public async Task Read_only_calls_overlap()
    {
        var grain = _grains.Grain<ITurnGrain>("a");
        await Task.WhenAll(grain.Meet("first", "second"), grain.Meet("second", "first"));
    }

    [Fact]
    public async Task A_write_waits_for_the_read_only_call_before_it()
    {
        var grain = _grains.Grain<ITurnGrain>("a");
        var reading = grain.Meet("reading", "write sent");
        await _grains.Probe.Wait("reading");
        var writing = grain.Write();
        _grains.Probe.Signal("write sent");
        await Task.WhenAll(reading, writing);
        Assert.Equal(["met", "write"], _grains.Probe.Notes);
    }

    /// <summary>
    /// A write does not begin beside the read-only call before it (above), but on Orleans it may begin beside a later one that outlasts that;
    /// the embedded host lets all of them end. So this asserts only what both keep.
    /// </summary>
    [Fact]
    public async Task No_read_only_call_begins_beside_a_write_and_none_run_on_two_threads()
    {
        var grain = _grains.Grain<ITurnGrain>("a");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(i % 5 == 0 ? grain.Write : grain.Read)));
        Assert.Equal(1, await grain.MostAtOnce());
    }

    [Fact]
    public async Task Two_grains_run_at_the_same_time() =>
        await Task.WhenAll(_grains.Grain<ITurnGrain>("a").HandOver("first", "second"), _grains.Grain<ITurnGrain>("b").HandOver("second", "first"));
}
