using CityGrains.Api.Access;
using CityGrains.Api.Startup;
using CityGrains.Silo;
using Microsoft.AspNetCore.Builder;

namespace CityGrains.Api.Tests.Hosting;

/// <summary>A server started with options of its own.</summary>
internal sealed class ServedWith : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly Node _node;
    private readonly WebApplication _app;

    private ServedWith(DataFolder folder, Node node, WebApplication app, string key) =>
        (_folder, _node, _app, Admin) = (folder, node, app, new Caller(Url(app), key));

    public Caller Admin { get; }

    public Caller Nobody => new(Url(_app), key: null);

    public static async Task<ServedWith> Start(Func<ApiOptions, ApiOptions> with)
    {
        var folder = new DataFolder();
        var options = with(new ApiOptions(Port: 0, folder.Path, Store: null, Sample: false));
        var node = await Node.Open(options.ToSilo());
        var key = (await new AdminKey(node.Store.Keys, TimeProvider.System).Ensure(set: null, folder.Path))!;
        var app = ApiHost.Build(options, node);
        await app.StartAsync();
        return new ServedWith(folder, node, app, key);
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
        _folder.Dispose();
    }

    private static Uri Url(WebApplication app) => new(app.Urls.Single().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
}
