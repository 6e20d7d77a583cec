using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace CityGrains.Grains.Tests;

public interface IRestlessGrain : IGrainWithStringKey
{
    Task Call(int number);
}

/// <summary>Which restless grains are in memory, and which calls they had.</summary>
public sealed class Register
{
    public ConcurrentDictionary<string, int> Alive { get; } = new(StringComparer.Ordinal);

    public ConcurrentBag<int> Calls { get; } = [];
}

/// <summary>Leaves memory after every fifth call.</summary>
public sealed class RestlessGrain(Register register) : Grain, IRestlessGrain
{
    private int _calls;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (register.Alive.AddOrUpdate(this.GetPrimaryKeyString(), 1, (_, alive) => alive + 1) != 1) throw new InvalidOperationException("Two activations of one key.");
        await Task.Yield();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        register.Alive.AddOrUpdate(this.GetPrimaryKeyString(), 0, (_, alive) => alive - 1);
    }

    public async Task Call(int number)
    {
        if (++_calls % 5 == 0) DeactivateOnIdle();
        await Task.Yield();
        register.Calls.Add(number);
    }
}

public sealed class RestlessTests
{
    [Fact]
    public async Task While_grains_come_and_go_every_call_runs_once_and_no_key_is_in_memory_twice()
    {
        const int callers = 16, each = 200;
        var register = new Register();
        await using (var grains = await GrainsHost.Start(silo => silo.Services.AddSingleton(register)))
        {
            await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
            {
                for (var i = 0; i < each; i++) await Call(grains.Grain<IRestlessGrain>($"g{(caller + i) % 8}"), (caller * each) + i);
            })));
        }

        Assert.Equal(Enumerable.Range(0, callers * each), register.Calls.Order());
        Assert.All(register.Alive, grain => Assert.Equal(0, grain.Value));
    }

    /// <summary>Orleans rejects a call that met a leaving grain more than twice, and then it has not run: it is made again.</summary>
    private static async Task Call(IRestlessGrain grain, int number)
    {
        while (true)
        {
            try
            {
                await grain.Call(number);
                return;
            }
            catch (OrleansMessageRejectionException)
            {
                await Task.Yield();
            }
        }
    }
}
