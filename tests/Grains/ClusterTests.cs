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
    public void A_single_process_refuses_to_be_a_cluster_and_says_how_to_get_one()
    {
        Assert.SkipWhen(Runtime == "orleans", "Microsoft Orleans forms clusters");
        var refusal = Assert.Throws<OrleansConfigurationException>(() =>
            Host.CreateApplicationBuilder().UseOrleans(silo => silo.UseAdoNetClustering(options => options.Invariant = "Npgsql")));
        Assert.Contains("-p:GrainRuntime=orleans", refusal.Message, StringComparison.Ordinal);
    }
}
