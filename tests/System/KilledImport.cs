using System.Globalization;

namespace CityGrains.EndToEnd.Tests;

/// <summary>The real file, the real program, and no mercy.</summary>
public class KilledImport
{
    private const string Whole = "accepted 24818 duplicate 1091 refused 8 unchanged 0";
    private const string Again = "accepted 0 duplicate 1091 refused 8 unchanged 24818";

    [Fact]
    public async Task The_real_file_goes_in_whole_and_a_second_time_changes_nothing()
    {
        var file = Programs.TwinCities;
        using var data = new DataFolder();
        await using (var server = await Server.Start(data.Path))
        {
            Assert.Equal(Whole, LastLine(await Import(file, server, data)));
            Assert.Equal(Again, LastLine(await Import(file, server, data)));
            Assert.Equal(99, await Json.Total(server.Client, "country=Vietnam"));
            Assert.Equal(99, await Json.Total(server.Client, "country=Vi%E1%BB%87t%20Nam"));
            Assert.Equal(99, await Json.Total(server.Client, "country=vn"));
            Assert.Equal(17183, (await Json.Get(server.Client, "/api/v1/portfolio/summary")).GetProperty("cities").GetInt64());
            await server.Terminate();
        }

        var (code, output) = await Programs.Cli("verify", "--data", data.Path);
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(15_000)]
    public async Task An_import_killed_in_the_middle_is_finished_by_the_same_import(int killAfter)
    {
        var file = Programs.TwinCities;
        using var data = new DataFolder();
        await using (var first = await Server.Start(data.Path))
        {
            var import = Import(file, first, data);
            await Waiting.Until(async () => (await Json.Get(first.Client, "/api/v1/portfolio/summary")).GetProperty("agreements").GetInt64() >= killAfter || import.IsCompleted);
            await first.Kill();
            await import;
        }

        await using (var second = await Server.Start(data.Path))
        {
            var counts = LastLine(await Import(file, second, data)).Split(' ');
            Assert.Equal("1091", counts[3]);
            Assert.Equal("8", counts[5]);
            Assert.Equal(24818, long.Parse(counts[1], CultureInfo.InvariantCulture) + long.Parse(counts[7], CultureInfo.InvariantCulture));
            Assert.Equal(24818, (await Json.Get(second.Client, "/api/v1/portfolio/summary")).GetProperty("agreements").GetInt64());
            await second.Terminate();
        }

        var (code, output) = await Programs.Cli("verify", "--data", data.Path);
        Assert.True(code == 0, output);
    }

    private static async Task<string> Import(string file, Server server, DataFolder data) =>
        (await Programs.Cli("import", file, "--map", "twin-cities", "--url", server.Url, "--data", data.Path, "--refused", Path.Combine(data.Path, "refused.csv"))).Output;

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1].TrimEnd();
}
