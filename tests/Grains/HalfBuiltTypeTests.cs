using System.Reflection;
using System.Reflection.Emit;
using Orleans;

namespace CityGrains.Grains.Tests;

public interface IFirstCalledNowGrain : IGrainWithStringKey
{
    Task<int> Answer();
}

public sealed class FirstCalledNowGrain : Grain, IFirstCalledNowGrain
{
    public Task<int> Answer() => Task.FromResult(42);
}

/// <summary>Proxies are built while the program runs; a call that finds one half built must not fail.</summary>
public sealed class HalfBuiltTypeTests
{
    [Fact]
    public async Task The_first_call_of_an_interface_succeeds_while_a_type_is_half_built_elsewhere()
    {
        await using var grains = await GrainsHost.Start();
        var half = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("HalfBuilt"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("HalfBuilt").DefineType("HalfBuilt", TypeAttributes.Public | TypeAttributes.Class, typeof(Grain));

        Assert.Equal(42, await grains.Grain<IFirstCalledNowGrain>("a").Answer());
        Assert.NotNull(half.CreateType());
    }
}
