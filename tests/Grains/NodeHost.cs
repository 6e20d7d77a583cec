using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Journal.Seals;
using CityGrains.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CityGrains.Grains.Tests;

/// <summary>A whole node in a folder of its own.</summary>
internal sealed class NodeHost : IAsyncDisposable
{
    private readonly Node _node;
    private readonly IHost _host;
    private bool _stopped;

    private NodeHost(Node node, IHost host) => (_node, _host) = (node, host);

    public ISeals Seals => _node.Store.Seals;

    public static async Task<NodeHost> Start(Func<string, SiloOptions> options)
    {
        var node = await Node.Open(options(Directory.CreateTempSubdirectory("citygrains-node-").FullName));
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        node.AddTo(builder);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new NodeHost(node, host);
    }

    public T Grain<T>(string key) where T : IGrainWithStringKey => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    public Task<CommandOutcome> Ask(string city, CityCommand command) =>
        Grain<ICityGrain>(city).Execute(command, new CommandContext(Guid.CreateVersion7(), new string('0', 64), "an", "ngoai-vu", DateTimeOffset.UtcNow));

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
        await _node.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_node.Options.DataDirectory, recursive: true);
    }
}
