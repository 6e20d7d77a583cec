using Orleans;

namespace CityGrains.Grains.Tests;

public interface IComplainingGrain : IGrainWithStringKey
{
    Task Complain(string about);

    Task ComplainLater(string about);

    Task<int> GiveUp();

    Task<int> Complaints();
}

public sealed class ComplaintException(string about) : Exception($"Complaint about {about}");

public sealed class ComplainingGrain : Grain, IComplainingGrain
{
    private int _complaints;

    public Task Complain(string about)
    {
        _complaints++;
        throw new ComplaintException(about);
    }

    public async Task ComplainLater(string about)
    {
        await Task.Yield();
        await Complain(about);
    }

    public Task<int> GiveUp() => throw new OperationCanceledException("given up");

    public Task<int> Complaints() => Task.FromResult(_complaints);
}

public sealed class ExceptionTests : IAsyncLifetime
{
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start();

    public ValueTask DisposeAsync() => _grains.DisposeAsync();

    [Fact]
    public async Task An_exception_reaches_the_caller_with_its_type_and_message()
    {
        var grain = _grains.Grain<IComplainingGrain>("a");
        Assert.Equal("Complaint about noise", (await Assert.ThrowsAsync<ComplaintException>(() => grain.Complain("noise"))).Message);
        Assert.Equal("Complaint about dust", (await Assert.ThrowsAsync<ComplaintException>(() => grain.ComplainLater("dust"))).Message);
    }

    [Fact]
    public async Task An_exception_leaves_the_grain_in_memory()
    {
        var grain = _grains.Grain<IComplainingGrain>("a");
        await Assert.ThrowsAsync<ComplaintException>(() => grain.Complain("noise"));
        await Assert.ThrowsAsync<ComplaintException>(() => grain.ComplainLater("dust"));
        Assert.Equal(2, await grain.Complaints());
    }

    [Fact]
    public async Task A_grain_may_give_up() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _grains.Grain<IComplainingGrain>("a").GiveUp());
}
