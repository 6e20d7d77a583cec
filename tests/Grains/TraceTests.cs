using System.Diagnostics;
using Orleans;

namespace CityGrains.Grains.Tests;

public interface ITracedGrain : IGrainWithStringKey
{
    Task<string?> Trace();

    Task<string?> TraceThrough(string other);

    Task<string?> TraceAtOnce();

    Task Hold();
}

public sealed class TracedGrain(Probe probe) : Grain, ITracedGrain
{
    public async Task<string?> Trace()
    {
        await Task.Yield();
        return Activity.Current?.TraceId.ToString();
    }

    public Task<string?> TraceAtOnce() => Task.FromResult(Activity.Current?.TraceId.ToString());

    public Task Hold() => probe.Wait("go on");

    public Task<string?> TraceThrough(string other) => GrainFactory.GetGrain<ITracedGrain>(other).Trace();
}

public sealed class TraceTests : IAsyncLifetime
{
    private readonly ActivitySource _source = new("tests");
    private readonly ActivityListener _listener = new() { ShouldListenTo = _ => true,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync()
    {
        ActivitySource.AddActivityListener(_listener);
        _grains = await GrainsHost.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _grains.DisposeAsync();
        _listener.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task The_callers_trace_goes_on_in_the_grain_and_in_the_grains_it_calls()
    {
        using var span = _source.StartActivity("request")!;
        Assert.Equal(span.TraceId.ToString(), await _grains.Grain<ITracedGrain>("a").Trace());
        Assert.Equal(span.TraceId.ToString(), await _grains.Grain<ITracedGrain>("a").TraceThrough("b"));
    }

    [Fact]
    public async Task One_callers_trace_does_not_stay_for_the_next()
    {
        var grain = _grains.Grain<ITracedGrain>("a");
        var held = grain.Hold();
        using var span = _source.StartActivity("request")!;
        var traced = grain.TraceAtOnce();
        Activity.Current = null;
        var untraced = grain.TraceAtOnce();
        _grains.Probe.Signal("go on");
        await held;
        Assert.Equal(span.TraceId.ToString(), await traced);
        Assert.NotEqual(span.TraceId.ToString(), await untraced);
    }
}
