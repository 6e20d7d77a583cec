using System.Reflection;
using CityGrains.Silo;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Orleans.Runtime;

namespace CityGrains.Grains.Tests;

public sealed class ClusterTests
{
    private static string Runtime { get; } =
        typeof(GrainHosting).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "GrainRuntime").Value!;

    [Fact]
    public void Only_Orleans_forms_a_cluster_and_the_embedded_host_says_how_to_get_one()
    {
        var refusal = Record.Exception(
            () => Host.CreateApplicationBuilder().UseOrleans(silo => silo.UseAdoNetClustering(options => options.Invariant = "Npgsql")));
        if (Runtime == "orleans") Assert.Null(refusal);
        else Assert.Contains("-p:GrainRuntime=orleans", Assert.IsType<OrleansConfigurationException>(refusal).Message, StringComparison.Ordinal);
    }
}
