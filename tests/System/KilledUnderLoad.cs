using CityGrains.Tests;

namespace CityGrains.EndToEnd.Tests;

/// <summary>
/// kill -9 under load, again and again: what was acknowledged is there exactly once. Each server is killed once more while it starts, now and then.
/// </summary>
public class KilledUnderLoad(PostgresCluster postgres)
{
    [Fact]
    public async Task Twenty_times_on_sqlite_nothing_is_lost_and_nothing_doubled() => await Torture("--times", "20", "--seed", "2026");

    [Fact]
    public async Task Twenty_times_on_postgres_nothing_is_lost_and_nothing_doubled_and_the_record_is_left_alone_afterwards()
    {
        var database = await postgres.NewDatabase();
        await Torture("--times", "20", "--seed", "2027", "--store", database);

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

    private static Task<(int Code, string Output)> Run(params string[] arguments) =>
        Programs.ToEnd(Programs.Start("torture", "CityGrains.Torture", null, arguments), minutes: 20);
}
