using CityGrains.Silo;
using Microsoft.Extensions.Hosting;

// A node with no HTTP: it only runs grains. It needs a cluster, and so Microsoft Orleans on PostgreSQL.
var data = args is ["--data", var folder] ? folder : "data";
await using var node = await Node.Open(new SiloOptions { DataDirectory = data });
var builder = Host.CreateApplicationBuilder();
node.AddTo(builder);
using var host = builder.Build();
await host.StartAsync();
Console.WriteLine($"ready silo runtime={About.Runtime} store={node.Options.StoreName}");
await host.WaitForShutdownAsync();
