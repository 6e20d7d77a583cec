using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Journal.Seals;
using CityGrains.Silo;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGrains.Grains.Tests;

/// <summary>A whole node in a folder of its own.</summary>
internal sealed class NodeHost : RunningHost
{
    private readonly Node _node;

    private NodeHost(Node node, IHost host) : base(host, node.Options.DataDirectory) => _node = node;

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

    public Task<CommandOutcome> Ask(string city, CityCommand command) =>
        Grain<ICityGrain>(city).Execute(command, new CommandContext(Guid.CreateVersion7(), new string('0', 64), "an", "ngoai-vu", DateTimeOffset.UtcNow));

    protected override ValueTask Close() => _node.DisposeAsync();
}
