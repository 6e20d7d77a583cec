using CityGrains.Api.Json;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Silo;

namespace CityGrains.Api.Startup;

/// <summary>What this program is, and whether it is well. Health is open: it says nothing of the record.</summary>
internal static class AboutRoutes
{
    /// <summary>An id no agreement has; looking for it asks the store and finds nothing.</summary>
    private static readonly StreamId Nothing = new(StreamKind.Agreement, "health");

    public static void MapAbout(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/about", (SiloOptions options) => JsonAnswer.Of(
                new AboutView("CityGrains", About.Version, About.Runtime, options.StoreName, "/docs"), ViewJson.Default.AboutView))
            .Answers<AboutView>("What this program is / Thông tin chương trình");
        routes.MapRead("/health/live", () => JsonAnswer.Of(new HealthView("live"), ViewJson.Default.HealthView))
            .AnswersAnybody<HealthView>("Whether the program runs, without the store / Chương trình có đang chạy");
        routes.MapRead("/health/ready", async (HttpContext http, IRows rows) =>
            {
                await rows.Find(Nothing, http.RequestAborted);
                return JsonAnswer.Of(new HealthView("ready"), ViewJson.Default.HealthView);
            })
            .AnswersAnybody<HealthView>("Whether the store answers / Kho dữ liệu có sẵn sàng");
    }
}
