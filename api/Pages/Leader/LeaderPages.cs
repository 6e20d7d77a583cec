using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Leader;

/// <summary>The pages of whoever leads.</summary>
internal static class LeaderPages
{
    /// <summary>What they need.</summary>
    public static IServiceCollection AddLeaderPages(this IServiceCollection services) =>
        services.AddSingleton<OverviewRoute>().AddSingleton<MapRoute>().AddScoped<OverdueRoute>();

    /// <summary>Maps them.</summary>
    public static void MapLeaderPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/overview", (HttpContext http, Reader reader, OverviewRoute overview) => overview.Read(http, reader));
        routes.MapPage("/overview/map.json", (HttpContext http, MapRoute map) => map.Read(http));
        routes.MapPage("/overview/overdue", (HttpContext http, OverdueRoute overdue) => overdue.Read(http));
        routes.MapPage("/overview/{step}", ReachedRoute.Read);
    }
}
