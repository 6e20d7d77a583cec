using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Journal;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Rows;
using CityGrains.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CityGrains.Api.Tests;

public class FailingStore
{
    [Theory]
    [InlineData("/api/v1/agreements")]
    [InlineData("/api/v1/portfolio/summary")]
    public async Task A_store_that_is_unavailable_is_told_with_when_to_try_again(string path)
    {
        await using var server = Failing(new JournalUnavailableException("disk full"));
        await server.InitializeAsync();

        var answer = (await server.Admin.Get(path)).Expect(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("store/unavailable", answer.Problem);
        Assert.Equal("5", answer.Headers["Retry-After"]);
        Assert.DoesNotContain("disk full", answer.Text, StringComparison.Ordinal);
        (await server.Admin.Get("/health/live")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Readiness_says_what_keeps_the_node_from_serving_and_nothing_of_the_record()
    {
        await using var server = Failing(new JournalUnavailableException("disk full"));
        await server.InitializeAsync();
        using var nobody = server.With(key: null);

        var answer = (await nobody.Get("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(("not-ready", "5"), (answer.Json.GetProperty("status").GetString(), answer.Headers["Retry-After"]));
        var store = answer.Json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "store");
        Assert.Equal("down", store.GetProperty("status").GetString());
        Assert.NotEqual("", store.GetProperty("vi").GetString());
        Assert.DoesNotContain("disk full", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_and_telemetry_are_told_while_the_store_is_gone_to_whoever_was_known_before()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        Assert.Contains("\ncitygrains_store_reached 1", (await server.Admin.Get("/metrics")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Telemetry.TellsAll((await server.Admin.Get("/api/v1/telemetry")).Expect(HttpStatusCode.OK).Json);
        await server.Store.DisposeAsync();
        server.Clock.Set(server.Clock.GetUtcNow().AddMinutes(1));

        var gone = (await server.Admin.Get("/metrics")).Expect(HttpStatusCode.OK).Text;

        Assert.Contains("\ncitygrains_store_reached 0", gone, StringComparison.Ordinal);
        Assert.Contains("\ncitygrains_cities 0", gone, StringComparison.Ordinal);
        Telemetry.TellsWithoutStore((await server.Admin.Get("/api/v1/telemetry")).Expect(HttpStatusCode.OK).Json);
        Assert.Equal("store/unavailable", (await server.Admin.Get("/api/v1/agreements")).Expect(HttpStatusCode.ServiceUnavailable).Problem);
        Assert.Equal("store/unavailable", (await server.Approver.Get("/metrics")).Expect(HttpStatusCode.ServiceUnavailable).Problem);
    }

    [Fact]
    public async Task A_node_of_a_cluster_tells_of_itself_while_the_store_is_gone_and_of_its_health_whatever_key_is_sent()
    {
        var cluster = new SiloOptions { DataDirectory = "", Cluster = new Cluster("hanoi", IPAddress.Loopback, 0) };
        await using var server = new ApiServer(
            services => services.AddSingleton(all => new KnownKeys(all.GetRequiredService<IKeys>(), cluster, all.GetRequiredService<TimeProvider>())));
        await server.InitializeAsync();
        Telemetry.TellsAll((await server.Admin.Get("/api/v1/telemetry")).Expect(HttpStatusCode.OK).Json);
        await server.Store.DisposeAsync();

        Telemetry.TellsWithoutStore((await server.Admin.Get("/api/v1/telemetry")).Expect(HttpStatusCode.OK).Json);
        Assert.Contains("\ncitygrains_store_reached 0", (await server.Admin.Get("/metrics")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal("store/unavailable", (await server.Admin.Get("/api/v1/about")).Expect(HttpStatusCode.ServiceUnavailable).Problem);
        foreach (var caller in new[] { server.Admin, server.Approver })
        {
            (await caller.Get("/health/live")).Expect(HttpStatusCode.OK);
            Assert.Equal("not-ready", (await caller.Get("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable).Json.GetProperty("status").GetString());
        }

        Assert.Equal("store/unavailable", (await server.Approver.Get("/metrics")).Expect(HttpStatusCode.ServiceUnavailable).Problem); // never asked before
    }

    [Fact]
    public async Task What_nobody_foresaw_shows_a_trace_id_and_nothing_of_the_program()
    {
        await using var server = Failing(new InvalidOperationException("a secret of the program"));
        await server.InitializeAsync();

        var answer = (await server.Admin.Get("/api/v1/agreements/agr-1")).Expect(HttpStatusCode.InternalServerError);

        Assert.Equal("server/unexpected", answer.Problem);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_grains_stop_a_command_is_told_to_come_again()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        foreach (var runtime in server.Service<IEnumerable<IHostedService>>().Where(service => service.GetType().Namespace!.StartsWith("Orleans", StringComparison.Ordinal)))
            await runtime.StopAsync(TestContext.Current.CancellationToken);

        var answer = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("server/not-serving", answer.Problem);
        Assert.Equal("5", answer.Headers["Retry-After"]);
    }

    private static ApiServer Failing(Exception reason) => new(services => services.AddSingleton<IRows>(new FailingRows(reason)));
}
