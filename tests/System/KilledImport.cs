using System.Globalization;

namespace CityGrains.EndToEnd.Tests;

/// <summary>The real file, the real program, and no mercy. What a whole import says of each row is shown in tests/Api, RealFileTests.</summary>
public class KilledImport
{
    private const string Again = "accepted 0 duplicate 1091 refused 8 unchanged 24818";

    [Fact]
    public async Task An_import_killed_early_and_killed_late_is_finished_by_the_same_import_and_once_more_changes_nothing()
    {
        var file = Programs.TwinCities;
        using var data = new DataFolder();
        foreach (var killAfter in new[] { 1_000, 15_000 })
        {
            await using var killed = await Server.Start(data.Path);
            var import = Import(file, killed, data);
            await Waiting.Until(async () => import.IsCompleted
                || (await Json.Get(killed.Client, "/api/v1/portfolio/summary")).GetProperty("agreements").GetInt64() >= killAfter);
            await killed.Kill();
            await import;
        }

        await using (var server = await Server.Start(data.Path))
        {
            var counts = LastLine(await Import(file, server, data)).Split(' ');
            Assert.Equal("1091", counts[3]);
            Assert.Equal("8", counts[5]);
            Assert.Equal(24818, long.Parse(counts[1], CultureInfo.InvariantCulture) + long.Parse(counts[7], CultureInfo.InvariantCulture));
            await WholeAndOnce(server);
            Assert.Equal(Again, LastLine(await Import(file, server, data)));
            await WholeAndOnce(server);
            await server.Terminate();
        }

        var (code, output) = await Programs.Cli("verify", "--data", data.Path);
        Assert.True(code == 0, output);
    }

    private static async Task WholeAndOnce(Server server)
    {
        var summary = await Json.Get(server.Client, "/api/v1/portfolio/summary");
        Assert.Equal((24818, 17183), (summary.GetProperty("agreements").GetInt64(), summary.GetProperty("cities").GetInt64()));
        foreach (var country in new[] { "Vietnam", "Vi%E1%BB%87t%20Nam", "vn" }) Assert.Equal(99, await Json.Total(server.Client, "country=" + country));
    }

    private static async Task<string> Import(string file, Server server, DataFolder data)
    {
        var refused = Path.Combine(data.Path, "refused.csv");
        return (await Programs.Cli("import", file, "--map", "twin-cities", "--url", server.Url, "--data", data.Path, "--refused", refused)).Output;
    }

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1].TrimEnd();
}
