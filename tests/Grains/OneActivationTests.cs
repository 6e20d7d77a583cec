using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CityGrains.Grains.Tests;

public interface IRosterGrain : IGrainWithStringKey
{
    Task<int> Sign();

    Task<string> Key();

    Task<string> KeyOf(string other);

    Task<bool> HasOwnScope();

    Task<Guid> Scope();
}

public sealed class ScopedMark
{
    public Guid Id { get; } = Guid.NewGuid();
}

public sealed class RosterGrain : Grain, IRosterGrain
{
    private readonly ScopedMark _mark;
    private int _signed;

    public RosterGrain(Probe probe, ScopedMark mark)
    {
        _mark = mark;
        probe.Note($"born {this.GetPrimaryKeyString()}");
    }

    public Task<int> Sign() => Task.FromResult(++_signed);

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<string> KeyOf(string other) => GrainFactory.GetGrain<IRosterGrain>(other).Key();

    public Task<bool> HasOwnScope() => Task.FromResult(ServiceProvider.GetRequiredService<ScopedMark>() == _mark);

    public Task<Guid> Scope() => Task.FromResult(_mark.Id);
}

public sealed class OneActivationTests : IAsyncLifetime
{
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start(silo => silo.Services.AddScoped<ScopedMark>());

    public ValueTask DisposeAsync() => _grains.DisposeAsync();

    [Fact]
    public async Task However_many_call_a_key_at_once_one_grain_answers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => _grains.Grain<IRosterGrain>("son-la").Sign())));
        Assert.Equal(Enumerable.Range(1, 500), answers.Order());
        Assert.Equal(1, _grains.Probe.Count("born son-la"));
    }

    [Fact]
    public async Task Each_key_has_its_own_grain()
    {
        await _grains.Grain<IRosterGrain>("vinh").Sign();
        Assert.Equal(1, await _grains.Grain<IRosterGrain>("sa-dec").Sign());
        Assert.Equal(2, await _grains.Grain<IRosterGrain>("vinh").Sign());
    }

    [Fact]
    public async Task A_grain_knows_its_key_and_so_does_a_reference()
    {
        var grain = _grains.Grain<IRosterGrain>("thành-phố-hồ-chí-minh");
        Assert.Equal("thành-phố-hồ-chí-minh", grain.GetPrimaryKeyString());
        Assert.Equal("thành-phố-hồ-chí-minh", await grain.Key());
    }

    [Fact]
    public async Task A_grain_reaches_another() => Assert.Equal("b", await _grains.Grain<IRosterGrain>("a").KeyOf("b"));

    [Fact]
    public async Task Each_activation_has_a_service_scope_of_its_own()
    {
        Assert.True(await _grains.Grain<IRosterGrain>("a").HasOwnScope());
        Assert.NotEqual(await _grains.Grain<IRosterGrain>("a").Scope(), await _grains.Grain<IRosterGrain>("b").Scope());
    }
}
