using CityGrains.Api.Access;
using CityGrains.Api.Startup;
using CityGrains.Journal.Rows;
using CityGrains.Silo;
using Microsoft.AspNetCore.Builder;

namespace CityGrains.Cli.Tests.Import;

/// <summary>A server on a free port, its store and admin key in a folder of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Node _node;

    private RunningServer(WebApplication app, Node node) => (_app, _node) = (app, node);

    public string Url => _app.Urls.Single();

    public string Folder => _node.Options.DataDirectory;

    public IRows Rows => _node.Store.Rows;

    public static async Task<RunningServer> Start()
    {
        var options = new ApiOptions(Port: 0, Path.Combine(Path.GetTempPath(), "citygrains-cli-" + Guid.NewGuid().ToString("N")), Store: null, Sample: false);
        var node = await Node.Open(options.ToSilo());
        await new AdminKey(node.Store.Keys, TimeProvider.System).Ensure(set: null, options.Data);
        var app = ApiHost.Build(options, node);
        await app.StartAsync();
        return new RunningServer(app, node);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
