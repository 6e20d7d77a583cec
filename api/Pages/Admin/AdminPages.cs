using CityGrains.Api.Access;
using CityGrains.Api.Access.Log;
using CityGrains.Api.Pages.Admin.Home;
using CityGrains.Api.Pages.Admin.Keys;
using CityGrains.Api.Pages.Admin.Offices;
using CityGrains.Api.Pages.Admin.Webhooks;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Access;

namespace CityGrains.Api.Pages.Admin;

/// <summary>The pages of whoever runs an installation. What they change goes the way of the API, and into the record or the access log.</summary>
internal static class AdminPages
{
    /// <summary>What can have been done, as addresses say it.</summary>
    public static IReadOnlyList<string> Done { get; } = ["revoked", "expires", "registered", "recorded", "enabled", "disabled", "deleted", "resent",
        "calendar-revoked"];

    /// <summary>What they need.</summary>
    public static IServiceCollection AddAdminPages(this IServiceCollection services) =>
        services.AddScoped<AdminHomeRoute>().AddScoped<KeyPages>().AddScoped<OfficePages>().AddScoped<OfficeForms>().AddScoped<WebhookPages>();

    /// <summary>Maps them.</summary>
    public static void MapAdminPages(this IEndpointRouteBuilder routes)
    {
        routes.MapAdminPage("/admin", (HttpContext http, AdminHomeRoute home) => home.Read(http));
        KeyPages.Map(routes);
        OfficePages.Map(routes);
        WebhookPages.Map(routes);
    }

    /// <summary>A page of administrators.</summary>
    public static void MapAdminPage(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapPage(pattern, handler, Role.Admin);

    /// <summary>A form of theirs; what leaves no events is noted in the access log as this.</summary>
    public static void MapAdminForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler, AccessKind? noted)
    {
        var route = routes.MapForm(pattern, handler, Role.Admin);
        if (noted is { } kind) route.WithMetadata(new Noted(kind));
    }

    /// <summary>What has just been done, as the address says; null: nothing.</summary>
    public static string? DoneOf(HttpContext http) => http.Request.Query["done"] is [{ } done] && Done.Contains(done, StringComparer.Ordinal) ? done : null;
}
