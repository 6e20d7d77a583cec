using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>Databases for the grain host.</summary>
public static class AdoNetHostingExtensions
{
    /// <summary>There is no cluster in one process.</summary>
    /// <exception cref="OrleansConfigurationException">Always; says how to get one.</exception>
    public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions) =>
        throw new OrleansConfigurationException(
            "This program was built with the embedded grain runtime, which runs all grains in one process and forms no cluster. " +
            "Build it with Microsoft Orleans instead: dotnet build -p:GrainRuntime=orleans, with a package source that serves Microsoft.Orleans.Runtime.");

    /// <summary>A storage for <see cref="IPersistentState{TState}"/>, found by its name.</summary>
    public static ISiloBuilder AddAdoNetGrainStorage(this ISiloBuilder builder, string name, Action<AdoNetGrainStorageOptions> configureOptions)
    {
        builder.Services.Configure(name, configureOptions).AddKeyedSingleton(name, (services, _) => new AdoNetGrainStorage(
            name, services.GetRequiredService<IOptionsMonitor<AdoNetGrainStorageOptions>>().Get(name), services.GetRequiredService<IOptions<ClusterOptions>>()
                .Value.ServiceId));
        return builder;
    }

    /// <summary>Writes grain state by System.Text.Json, as is always done here.</summary>
    public static ISiloBuilder UseSystemTextJsonGrainStorageSerializer(this ISiloBuilder siloBuilder) => siloBuilder;
}
