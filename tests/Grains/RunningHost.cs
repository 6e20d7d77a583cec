using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace CityGrains.Grains.Tests;

/// <summary>A host of grains that runs in a folder of its own, until it is stopped; the folder goes with it.</summary>
internal abstract class RunningHost(IHost host, string folder) : IAsyncDisposable
{
    private bool _stopped;

    public IServiceProvider Services => host.Services;

    public T Grain<T>(string key) where T : IGrainWithStringKey => host.Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    public async Task Stop()
    {
        if (_stopped) return;
        _stopped = true;
        await host.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await ((IAsyncDisposable)host).DisposeAsync();
        await Close();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Closes what the host does not.</summary>
    protected virtual ValueTask Close() => ValueTask.CompletedTask;
}
