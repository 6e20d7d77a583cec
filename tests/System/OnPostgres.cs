using System.Net;
using CityGrains.Tests;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace CityGrains.EndToEnd.Tests;

/// <summary>The same program on PostgreSQL.</summary>
public class OnPostgres(PostgresCluster postgres)
{
    [Fact]
    public async Task The_sample_is_loaded_and_found_again_by_another_process()
    {
        var database = await postgres.NewDatabase();
        using var data = new DataFolder();

        await using (var first = await Server.Start(data.Path, environment: null, "--store", database, "--sample"))
        {
            Assert.EndsWith("store=postgres", first.Ready, StringComparison.Ordinal);
            Assert.Equal(0, await first.Terminate());
        }

        await using var second = await Server.Start(data.Path, environment: null, "--store", database);
        Assert.Equal(17, (await Json.Get(second.Client, "/api/v1/portfolio/summary")).GetProperty("byState").EnumerateObject().Count());
        Assert.True((await Json.Get(second.Client, "/api/v1/cities?q=son%20la")).GetProperty("items").GetArrayLength() >= 1);
        Assert.Equal(HttpStatusCode.OK, (await second.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=citygrains;Username=citygrains;Password=hidden;Timeout=2", 1)]
    [InlineData("this is no connection string, hidden", 2)]
    public async Task A_store_that_cannot_be_reached_is_one_clear_sentence_without_the_password(string store, int exit)
    {
        using var data = new DataFolder();
        var (code, output) = await Programs.ToEnd(Programs.Start("api", "CityGrains.Api", null, "--port", "0", "--data", data.Path, "--store", store));

        Assert.Equal(exit, code);
        Assert.DoesNotContain("hidden", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
