using CityGrains.Api.Access;
using CityGrains.Api.Audit;
using CityGrains.Api.Json;
using CityGrains.Api.Limits;
using CityGrains.Api.Queries;
using CityGrains.Journal;
using CityGrains.Silo.Health;
using CityGrains.Silo.Metrics;

namespace CityGrains.Api.Operating;

/// <summary>The routes of whoever runs the program.</summary>
public static class OperatingRoutes
{
    private const string PrometheusText = "text/plain; version=0.0.4; charset=utf-8";
    private const int UsualMinutes = 15, MostMinutes = 60;

    /// <summary>Maps them.</summary>
    public static void MapOperating(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/metrics", async (HttpContext http, RecordGauges gauges, TelemetryProviders telemetry) =>
            {
                await gauges.Refresh(http.RequestAborted);
                return Results.Text(telemetry.Prometheus(), PrometheusText);
            })
            .Answers<string>("All metrics of this node as Prometheus text / Mọi số đo của nút này, dạng văn bản Prometheus", "text/plain")
            .WithMetadata(new TellsOfNode());
        routes.MapRead("/api/v1/telemetry", Telemetry)
            .Answers<TelemetryView>("What this node did of late, and how it is / Nút này vừa làm gì, và đang ra sao")
            .Takes(("minutes", $"The last minutes, 1 to {MostMinutes}; {UsualMinutes} unless given."))
            .WithMetadata(new TellsOfNode());
    }

    private static async Task<IResult> Telemetry(HttpContext http, RecentWork work, IStore store, NodeHealth health, Occupancy occupancy)
    {
        var query = new QueryReader(http.Request.Query);
        var asked = query.Number("minutes", 1) ?? UsualMinutes;
        query.Faults.Must(asked <= MostMinutes, "minutes", $"không quá {MostMinutes}: chỉ giữ chừng ấy", $"must be at most {MostMinutes}: no more are kept");
        if (query.End() is { } problem) return problem;
        http.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.Of(await TelemetryView.Of(work, store, health, occupancy, (int)asked, http.RequestAborted), ViewJson.Default.TelemetryView);
    }
}
