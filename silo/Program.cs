using CityGrains.Silo;
using CityGrains.Silo.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

// A node with no HTTP: it only runs grains. Settings are variables of the environment; docs/configuration.md.
var builder = Host.CreateApplicationBuilder();
if (args is ["--data", var folder]) builder.Configuration.AddInMemoryCollection([new(SiloOptions.Data.Name, folder)]);
var settings = new SettingsReader(builder.Configuration);
var options = SiloOptions.From(settings);
foreach (var fault in settings.Faults) await Console.Error.WriteLineAsync($"{fault.En} / {fault.Vi}");
if (settings.Faults.Count > 0) return 2;
await using var node = await Node.Open(options);
node.AddTo(builder);
using var host = builder.Build();
await host.StartAsync();
Console.WriteLine($"ready silo runtime={About.Runtime} store={node.Options.StoreName}");
await host.WaitForShutdownAsync();
return 0;
