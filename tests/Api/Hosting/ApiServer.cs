using CityGrains.Api.Access;
using CityGrains.Api.Startup;
using CityGrains.Journal;
using CityGrains.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CityGrains.Api.Tests.Hosting;

/// <summary>The API on a free port, a real SQLite store in a folder of its own, and a clock that stands at noon of 15 March 2026 in Hà Nội.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private readonly Action<IServiceCollection>? _more;
    private readonly string? _database;
    private Node _node = null!;
    private WebApplication _app = null!;

    public ApiServer()
    {
    }

    /// <summary>With services put in the place of the usual ones, and on another store than SQLite.</summary>
    internal ApiServer(Action<IServiceCollection> more, string? database = null) => (_more, _database) = (more, database);

    internal FixedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.FromHours(7)));

    internal string Folder => _folder.Path;

    internal string AdminKey { get; private set; } = "";

    internal string ApproverKey { get; private set; } = "";

    internal Uri Url => new(_app.Urls.Single());

    internal IStore Store => _node.Store;

    /// <summary>Speaks to it with the admin key.</summary>
    internal Caller Admin { get; private set; } = null!;

    /// <summary>Speaks to it with the second key: who proposed may not approve.</summary>
    internal Caller Approver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Start();
        AdminKey = (await new AdminKey(_node.Store.Keys, Clock).Ensure(set: null, _folder.Path))!;
        ApproverKey = (await new ApproverKey(_node.Store.Keys, Clock).Ensure(_folder.Path))!;
        SignIn();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    /// <summary>Stops it and starts it again on the same folder and store.</summary>
    internal async Task Restart()
    {
        await Stop();
        await Start();
        SignIn();
    }

    private void SignIn() => (Admin, Approver) = (With(AdminKey), With(ApproverKey));

    private async Task Start()
    {
        var options = new ApiOptions(Port: 0, _folder.Path, _database, Sample: false);
        _node = await Node.Open(options.ToSilo());
        _app = ApiHost.Build(options, _node, services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            _more?.Invoke(services);
        });
        await _app.StartAsync();
    }

    private async Task Stop()
    {
        Admin.Dispose();
        Approver.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
    }

    /// <summary>Speaks to it with a key; null: with none.</summary>
    internal Caller With(string? key) => new(Url, key);

    internal T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    internal T Grain<T>(string key) where T : IGrainWithStringKey => _app.Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    /// <summary>Makes a key of these roles.</summary>
    internal async Task<Caller> Key(string name, params string[] roles)
    {
        var key = ApiKey.Create();
        await Store.Keys.Save(new Journal.Keys.StoredKey(name, ApiKey.Hash(key), roles, "Sở Ngoại vụ Sơn La", Clock.GetUtcNow()));
        return With(key);
    }
}
