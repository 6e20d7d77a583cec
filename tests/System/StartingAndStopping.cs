using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace CityGrains.EndToEnd.Tests;

public class StartingAndStopping(SampleRecord sample)
{
    private static readonly string Runtime = Environment.GetEnvironmentVariable("CITYGRAINS_RUNTIME") ?? "";

    [Fact]
    public async Task It_says_where_it_is_ready_and_ends_cleanly_when_told()
    {
        using var data = new DataFolder();
        await using var server = await Server.Start(data.Path);

        Assert.Matches($@"^ready http://127\.0\.0\.1:\d+ runtime={(Runtime.Length > 0 ? Runtime : "(orleans|embedded)")} store=sqlite$", server.Ready);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/api/v1/about")).StatusCode);
        Assert.Equal(0, await server.Terminate());
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_told_the_pid_of_the_first()
    {
        using var data = new DataFolder();
        await using var server = await Server.Start(data.Path);

        var (code, output) = await Programs.ToEnd(
            Programs.Start("api", "CityGrains.Api", null, "--port", Server.FreePort().ToString(CultureInfo.InvariantCulture), "--data", data.Path));

        Assert.NotEqual(0, code);
        Assert.Contains(server.Id.ToString(CultureInfo.InvariantCulture), output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_process_does_not_keep_the_folder()
    {
        using var data = new DataFolder();
        await using (var first = await Server.Start(data.Path)) await first.Kill();
        await using var second = await Server.Start(data.Path);

        Assert.Equal(HttpStatusCode.OK, (await second.Client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Two_instances_run_side_by_side()
    {
        using var one = new DataFolder();
        using var two = new DataFolder();
        await using var first = await Server.Start(one.Path);
        await using var second = await Server.Start(two.Path);

        using var body = Json.Body("""{"id":"vn-son-la","name":"Sơn La","country":"VN","source":{"title":"Test"}}""");
        Assert.Equal(HttpStatusCode.Created, (await first.Client.PostAsync("/api/v1/cities", body)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.Client.GetAsync("/api/v1/cities/vn-son-la")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await second.Client.GetAsync("/api/v1/cities/vn-son-la")).StatusCode);
    }

    [Fact]
    public async Task Told_to_stop_while_it_loads_the_sample_it_says_so_and_ends_in_order()
    {
        using var data = new DataFolder();
        using var process = Programs.Start("api", "CityGrains.Api", null, "--port", Server.FreePort().ToString(CultureInfo.InvariantCulture), "--data",
            data.Path, "--sample");
        string? line;
        do line = await process.StandardError.ReadLineAsync();
        while (line is not null && !line.StartsWith("admin key", StringComparison.Ordinal));
        Assert.NotNull(line); // it listens, and begins with the sample
        Assert.Equal(0, (await Programs.Run("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture))).Code);

        var (code, output) = await Programs.ToEnd(process);
        Assert.Equal(0, code);
        Assert.Contains("--sample: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ready ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_under_load_it_ends_in_order_and_everything_acknowledged_is_there()
    {
        const int Enough = 200;
        using var data = new DataFolder();
        var (acknowledged, enough) = (new ConcurrentBag<string>(), new TaskCompletionSource());
        await using (var server = await Server.Start(data.Path))
        {
            var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(() => Register(caller))).ToArray();
            await enough.Task;
            Assert.Equal(0, await server.Terminate());
            await Task.WhenAll(callers);

            async Task Register(int caller)
            {
                for (var number = 0; ; number++)
                {
                    var id = $"vn-{caller}-{number}";
                    using var body = Json.Body($$$"""{"id":"{{{id}}}","name":"{{{id}}}","country":"VN","source":{"title":"Test"}}""");
                    try
                    {
                        using var answer = await server.Client.PostAsync("/api/v1/cities", body);
                        if (answer.StatusCode != HttpStatusCode.Created)
                        {
                            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                            return;
                        }
                    }
                    catch (HttpRequestException)
                    {
                        return; // nobody listens any more
                    }

                    acknowledged.Add(id);
                    if (acknowledged.Count >= Enough) enough.TrySetResult();
                }
            }
        }

        await using var again = await Server.Start(data.Path);
        foreach (var id in acknowledged) Assert.Equal(HttpStatusCode.OK, (await again.Client.GetAsync($"/api/v1/cities/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_sample_fills_an_empty_store_with_every_state()
    {
        using var data = sample.Copy();
        await using var server = await Server.Start(data.Path);

        var summary = await Json.Get(server.Client, "/api/v1/portfolio/summary");
        Assert.InRange(summary.GetProperty("agreements").GetInt64(), 30, 60);
        Assert.Equal(17, summary.GetProperty("byState").EnumerateObject().Count(state => state.Value.GetInt64() > 0));
    }
}
