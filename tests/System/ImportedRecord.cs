using CityGrains.Tests;

namespace CityGrains.EndToEnd.Tests;

/// <summary>
/// A server that has imported the first third of the real file, a backup made in the middle of that, and one made afterwards while it serves.
/// </summary>
public sealed class ImportedRecord(PostgresCluster postgres) : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private readonly DataFolder _files = new();
    private Server? _server;

    /// <summary>Its data folder.</summary>
    public string Data => _data.Path;

    /// <summary>The backup made while the import ran.</summary>
    public string Early => Path.Combine(_files.Path, "early.jsonl");

    /// <summary>The backup of the whole record.</summary>
    public string Whole => Path.Combine(_files.Path, "whole.jsonl");

    /// <summary>A PostgreSQL server for those who need one.</summary>
    public PostgresCluster Postgres => postgres;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_files.Path, "cities.csv");
        await File.WriteAllLinesAsync(file, File.ReadLines(Programs.TwinCities).Take(8_001));
        var server = _server = await Server.Start(Data);
        var import = Programs.Cli("import", file, "--map", "twin-cities", "--url", server.Url, "--data", Data, "--refused", Path.Combine(Data, "refused.csv"));
        await Waiting.Until(
            async () => (await Json.Get(server.Client, "/api/v1/portfolio/summary")).GetProperty("agreements").GetInt64() >= 1_000 || import.IsCompleted);
        await Backup(Early);
        Assert.Equal(0, (await import).Code);
        await Backup(Whole);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _data.Dispose();
        _files.Dispose();
    }

    /// <summary>The lines of the events, in their order.</summary>
    public static IEnumerable<string> Events(string backup) => File.ReadLines(backup).Where(line => line.StartsWith("{\"stream\"", StringComparison.Ordinal));

    private async Task Backup(string file)
    {
        var (code, output) = await Programs.Cli("backup", file, "--data", Data);
        Assert.True(code == 0, output);
    }
}
