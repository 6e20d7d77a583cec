using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CityGrains.Grains.Tests;

public interface ICirclingGrain : IGrainWithStringKey
{
    Task<string> Through(string other);

    Task<string> Answer();
}

public sealed class CirclingGrain : Grain, ICirclingGrain
{
    public Task<string> Through(string other) => GrainFactory.GetGrain<IReturningGrain>(other).Back(this.GetPrimaryKeyString());

    public Task<string> Answer() => Task.FromResult("here");
}

public interface IReturningGrain : IGrainWithStringKey
{
    Task<string> Back(string to);
}

public sealed class ReturningGrain : Grain, IReturningGrain
{
    public Task<string> Back(string to) => GrainFactory.GetGrain<ICirclingGrain>(to).Answer();
}

public sealed class PatienceTests : IAsyncLifetime
{
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start(silo =>
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(2)));

    public ValueTask DisposeAsync() => _grains.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Grains_that_wait_for_each_other_are_told_so_after_a_while_and_go_on()
    {
        var grain = _grains.Grain<ICirclingGrain>("a");
        await Assert.ThrowsAsync<TimeoutException>(() => grain.Through("b"));
        await Probe.Eventually(async () => await Answers(grain));
        Assert.Equal("here", await _grains.Grain<IReturningGrain>("b").Back("c"));
    }

    private static async Task<bool> Answers(ICirclingGrain grain)
    {
        try
        {
            return await grain.Answer() == "here";
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
