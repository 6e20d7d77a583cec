using CityGrains.Domain.Geography;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Silo.Digests;
using CityGrains.Silo.Health;
using CityGrains.Silo.Metrics;
using CityGrains.Silo.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CityGrains.Silo;

/// <summary>One process of CityGrains: it holds its data folder, its open store, and adds to a host what runs the grains on them.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly DataDirectory _directory;

    private Node(SiloOptions options, DataDirectory directory, IStore store) => (Options, _directory, Store) = (options, directory, store);

    /// <summary>What it was opened with.</summary>
    public SiloOptions Options { get; }

    /// <summary>The record.</summary>
    public IStore Store { get; }

    /// <summary>Takes the data folder and opens the store in it; brings the store's schema up to date.</summary>
    /// <exception cref="DataDirectoryException">Another process holds the folder, or it cannot be written.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the store.</exception>
    public static async Task<Node> Open(SiloOptions options, CancellationToken cancel = default)
    {
        var directory = DataDirectory.Hold(options.DataDirectory);
        try
        {
            return new Node(options, directory, await Stores.Open(options, cancel));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Adds the store, the countries, the grains' host and telemetry.</summary>
    public void AddTo(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Store);
        builder.Services.AddSingleton(Store.Journal);
        builder.Services.AddSingleton(Store.Rows);
        builder.Services.AddSingleton(Store.Requests);
        builder.Services.AddSingleton(Store.Keys);
        builder.Services.AddSingleton(Store.SignIns);
        builder.Services.AddSingleton(Store.Seals);
        builder.Services.AddSingleton(Store.Webhooks);
        builder.Services.AddSingleton(Store.Digests);
        builder.Services.AddSingleton(Store.Access);
        builder.Services.AddSingleton(Options);
        builder.Services.AddSingleton<CountryDirectory>(Countries.Load(Options.DataDirectory));
        builder.Services.AddSingleton(Almanacs.Load(Options.DataDirectory));
        builder.Services.AddSingleton(Networks.Load(Options.DataDirectory));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<KnownPortfolio>().AddSingleton<KnownPlaces>();
        builder.Services.AddSingleton(services =>
            new KnownOffices(Store.Rows, Store.Journal, services.GetRequiredService<TimeProvider>(), among: Options.Cluster is not null));
        builder.Services.AddSingleton(new SealKeyFile(Options.DataDirectory)).AddSingleton<SealKeys>().AddSingleton<Sealer>();
        builder.UseCityGrains(Options);
        builder.Services.AddSingleton<SealRounds>().AddHostedService(services => services.GetRequiredService<SealRounds>())
            .AddHostedService<PortfolioReading>().AddSingleton<NodeHealth>();
        builder.AddWebhooks(Options);
        builder.AddDigests(Options);
        TelemetryProviders.AddTo(builder);
    }

    /// <summary>After the host has stopped: closes the store, then lets the folder go.</summary>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _directory.Dispose();
    }
}
