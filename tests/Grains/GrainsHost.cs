using CityGrains.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;

namespace CityGrains.Grains.Tests;

/// <summary>A process that hosts grains as the product does, in a folder of its own. Nothing here knows which runtime it is.</summary>
internal sealed class GrainsHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;
    private bool _stopped;

    private GrainsHost(IHost host, string folder) => (_host, _folder) = (host, folder);

    public Probe Probe => _host.Services.GetRequiredService<Probe>();

    public IServiceProvider Services => _host.Services;

    public string DatabaseFile => new SiloOptions { DataDirectory = _folder }.DatabaseFile;

    public static async Task<GrainsHost> Start(Action<ISiloBuilder>? more = null, Func<string, IHostApplicationBuilder, Task>? before = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"citygrains-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Probe>();
        builder.UseCityGrains(new SiloOptions { DataDirectory = folder });
        if (more is not null) builder.UseOrleans(more);
        if (before is not null) await before(folder, builder);

        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new GrainsHost(host, folder);
    }

    public T Grain<T>(string key) where T : IGrainWithStringKey => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    public async Task Stop()
    {
        if (_stopped) return;
        _stopped = true;
        await _host.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
