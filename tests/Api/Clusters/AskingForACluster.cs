using System.Net;
using System.Net.Sockets;
using CityGrains.Api.Startup;
using CityGrains.Silo;
using Microsoft.Extensions.Configuration;

namespace CityGrains.Api.Tests.Clusters;

/// <summary>A cluster is formed on PostgreSQL by Microsoft Orleans, and whoever asks for another is told so before anything starts.</summary>
public sealed class AskingForACluster
{
    private const string Store = "Host=db;Database=citygrains";

    [Fact]
    public async Task On_SQLite_it_is_refused_with_the_way_out()
    {
        using var error = new StringWriter();
        Assert.Equal(2, await Server.Run(["--cluster", "hanoi"], TextWriter.Null, error));
        Assert.Contains("CityGrains__Cluster__Name (--cluster) needs a store that all nodes share: name a PostgreSQL by CityGrains__Store (--store)",
            error.ToString(), StringComparison.Ordinal);
        Assert.Contains("SQLite chỉ phục vụ một tiến trình", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_embedded_runtime_says_how_to_get_Orleans()
    {
        var (options, faults) = Read(("CityGrains:Store", Store), ("CityGrains:Cluster:Name", "hanoi"), ("CityGrains:Cluster:Address", "10.0.0.5"),
            ("CityGrains:Cluster:Port", "11111"));
        Assert.Equal("Cluster { Name = hanoi, Address = 10.0.0.5, Port = 11111 }", options.ToSilo().Cluster!.ToString());
        if (About.Runtime == "orleans") Assert.Empty(faults);
        else Assert.Contains("-p:GrainRuntime=orleans", Assert.Single(faults).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "Hà Nội")]
    [InlineData("Address", "0.0.0.0")]
    [InlineData("Address", "node-1")]
    [InlineData("Port", "70000")]
    public void What_it_cannot_be_called_or_reached_by_is_named(string name, string value) =>
        Assert.Contains(Read(("CityGrains:Store", Store), ($"CityGrains:Cluster:{name}", value)).Faults,
            fault => fault.En.StartsWith($"CityGrains__Cluster__{name} (--cluster", StringComparison.Ordinal));

    [Fact]
    public void An_address_without_a_cluster_was_meant_for_one() =>
        Assert.Equal("CityGrains__Cluster__Address means something in a cluster only: name it by CityGrains__Cluster__Name.",
            Assert.Single(Read(("CityGrains:Cluster:Address", "10.0.0.5")).Faults).En);

    [Fact]
    public void A_port_that_another_node_has_is_refused_before_the_two_take_each_other_for_one()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true); // as Orleans listens
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Assert.Contains($"{port}", Assert.Throws<ClusterAddressException>(() => new Cluster("hanoi", IPAddress.Loopback, port).FreePort()).Message,
            StringComparison.Ordinal);
        Assert.Contains("--cluster-address", Assert.Throws<ClusterAddressException>(() => new Cluster("hanoi", IPAddress.Parse("192.0.2.1"), 0).FreePort()).Message, StringComparison.Ordinal);
    }

    private static (ApiOptions Options, IReadOnlyList<Domain.Record.Sentence> Faults) Read(params (string Name, string Value)[] set) =>
        ApiOptions.From(new ConfigurationBuilder().AddInMemoryCollection(set.Select(one => new KeyValuePair<string, string?>(one.Name, one.Value))).Build());
}
