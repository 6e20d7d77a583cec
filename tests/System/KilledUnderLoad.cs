using CityGrains.Tests;

namespace CityGrains.EndToEnd.Tests;

/// <summary>kill -9 under load, again and again: what was acknowledged is there exactly once. Each server is killed once more while it starts, now and then.</summary>
public class KilledUnderLoad
{
    [Fact]
    public async Task Twenty_times_on_sqlite_nothing_is_lost_and_nothing_doubled() => await Torture("--times", "20", "--seed", "2026");

    [Fact]
    public async Task Five_times_on_postgres_nothing_is_lost_and_nothing_doubled()
    {
        await using var cluster = new PostgresCluster();
        await Torture("--times", "5", "--seed", "2027", "--store", await cluster.NewDatabase());
    }

    [Fact]
    public async Task A_store_that_has_a_record_already_is_left_alone()
    {
        await using var cluster = new PostgresCluster();
        var database = await cluster.NewDatabase();
        using var data = new DataFolder();
        await using (var server = await Server.Start(data.Path, environment: null, "--store", database, "--sample")) await server.Terminate();

        var (code, output) = await Run("--times", "1", "--store", database);

        Assert.True(code == 2, output);
        Assert.Contains("has a record already", output, StringComparison.Ordinal);
    }

    private static async Task Torture(params string[] arguments)
    {
        var (code, output) = await Run(arguments);
        Assert.True(code == 0, output);
        Assert.Contains("nothing lost, nothing doubled", output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> Run(params string[] arguments) => Programs.ToEnd(Programs.Start("torture", "CityGrains.Torture", null, arguments), minutes: 20);
}
