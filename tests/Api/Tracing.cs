using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class Tracing
{
    [Fact]
    public async Task One_trace_runs_from_http_to_the_commit()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            // Microsoft Orleans hands a trace on only where its own spans are listened to, as the program does.
            ShouldListenTo = source =>
                source.Name is "CityGrains" or "Microsoft.AspNetCore" || source.Name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await using (var server = new ApiServer())
        {
            await server.InitializeAsync();
            (await server.Admin.Post("/api/v1/cities", """{"name": "Sơn La", "country": "VN"}""", ("traceparent", $"00-{trace}-00f067aa0ba902b7-01")))
                .Expect(HttpStatusCode.Created);
            var recorded = (await server.Admin.Get("/api/v1/cities/vn-son-la/history")).Json.GetProperty("items")[0];
            Assert.Equal(trace, recorded.GetProperty("correlationId").GetString());
        }

        var spans = stopped.Where(span => span.TraceId.ToHexString() == trace).Select(span => span.DisplayName).ToList();
        foreach (var name in new[] { "POST /api/v1/cities", "City RegisterCity", "journal append", "journal commit" }) Assert.Contains(name, spans);
    }

    [Fact]
    public async Task A_problem_names_the_trace_of_its_request()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        var answer = await server.Admin.Get("/api/v1/agreements/agr-none", ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));
        Assert.Equal(trace, answer.Json.GetProperty("traceId").GetString());
    }
}
