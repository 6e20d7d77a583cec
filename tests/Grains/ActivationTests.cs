using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CityGrains.Grains.Tests;

public interface IFussyGrain : IGrainWithStringKey
{
    Task<string> Mood();
}

/// <summary>What the fussy grain finds wrong, if anything.</summary>
public sealed class Weather
{
    public bool Bad { get; set; }
}

public sealed class BadWeatherException(string message) : Exception(message);

public sealed class FussyGrain(Probe probe, Weather weather) : Grain, IFussyGrain
{
    private string _mood = "not awake";

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (weather.Bad) throw new BadWeatherException("It rains.");
        _mood = "awake";
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note("asleep");
        return Task.CompletedTask;
    }

    public Task<string> Mood() => Task.FromResult(_mood);
}

public interface IStillbornGrain : IGrainWithStringKey
{
    Task Live();
}

public sealed class StillbornGrain : Grain, IStillbornGrain
{
    public StillbornGrain(Weather weather)
    {
        if (weather.Bad) throw new BadWeatherException("It rains at birth.");
    }

    public Task Live() => Task.CompletedTask;
}

public sealed class ActivationTests : IAsyncLifetime
{
    private readonly Weather _weather = new();
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start(silo => silo.Services.AddSingleton(_weather));

    public ValueTask DisposeAsync() => _grains.DisposeAsync();

    [Fact]
    public async Task A_grain_is_activated_before_its_first_call() => Assert.Equal("awake", await _grains.Grain<IFussyGrain>("a").Mood());

    [Fact]
    public async Task When_activation_fails_the_calls_fail_with_its_exception_and_no_grain_is_left()
    {
        _weather.Bad = true;
        var grain = _grains.Grain<IFussyGrain>("a");
        var failures = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Assert.ThrowsAsync<BadWeatherException>(grain.Mood)));
        Assert.All(failures, failure => Assert.Equal("It rains.", failure.Message));

        _weather.Bad = false;
        await Probe.Eventually(async () => await Answers(grain.Mood) == "awake");
        Assert.Empty(_grains.Probe.Notes);
    }

    [Fact]
    public async Task When_a_constructor_fails_the_call_fails_and_its_exception_is_inside()
    {
        _weather.Bad = true;
        var grain = _grains.Grain<IStillbornGrain>("a");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(grain.Live);
        Assert.IsType<BadWeatherException>(failure.InnerException);

        _weather.Bad = false;
        await Probe.Eventually(async () => await Answers(async () =>
        {
            await grain.Live();
            return "alive";
        }) == "alive");
    }

    /// <summary>The answer; null while the failed activation is still remembered.</summary>
    private static async Task<string?> Answers(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (failure is BadWeatherException or { InnerException: BadWeatherException })
        {
            return null;
        }
    }
}
