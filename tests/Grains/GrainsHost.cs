using CityGrains.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace CityGrains.Grains.Tests;

/// <summary>A process that hosts grains as the product does, in a folder of its own. Nothing here knows which runtime it is.</summary>
internal sealed class GrainsHost : RunningHost
{
    private readonly string _folder;

    private GrainsHost(IHost host, string folder) : base(host, folder) => _folder = folder;

    public Probe Probe => Services.GetRequiredService<Probe>();

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
}
