using CityGrains.Api.Json;
using CityGrains.Api.Queries.Views;
using CityGrains.Api.Operating;
using CityGrains.Api.Limits;
using CityGrains.Silo;
using CityGrains.Silo.Health;

namespace CityGrains.Api.Startup;

/// <summary>What this program is, and whether it is well. Health is open: it says nothing of the record.</summary>
internal static class AboutRoutes
{
    /// <summary>Seconds after which it is worth asking again whether it can serve.</summary>
    private const string RetryAfter = "5";

    public static void MapAbout(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/about", (SiloOptions options) => JsonAnswer.Of(
                new AboutView("CityGrains", About.Version, About.Runtime, options.StoreName, "/docs"), ViewJson.Default.AboutView))
            .Answers<AboutView>("What this program is / Thông tin chương trình");
        routes.MapRead("/health/live", () => JsonAnswer.Of(new HealthView("live"), ViewJson.Default.HealthView))
            .AnswersAnybody<HealthView>("Whether the program runs, without the store / Chương trình có đang chạy");
        routes.MapRead("/health/ready", Ready)
            .AnswersAnybody<HealthView>(
                "Whether it can serve, and what somebody should look after; 503 where it cannot / Có phục vụ được không, và cần chăm sóc điều gì");
    }

    private static async Task<IResult> Ready(HttpContext http, NodeHealth health, Occupancy occupancy)
    {
        var findings = HealthChecks.Of(await health.Look(http.RequestAborted), occupancy);
        var isReady = findings.All(finding => finding.Status != HealthChecks.Down);
        http.Response.Headers.CacheControl = "no-store";
        if (!isReady)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = RetryAfter;
        }

        return JsonAnswer.Of(new HealthView(isReady ? "ready" : "not-ready") { Checks = findings }, ViewJson.Default.HealthView);
    }
}
