using CityGrains.Api.Access;
using CityGrains.Api.Access.Log;
using CityGrains.Api.Audit;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Access;

namespace CityGrains.Api.Pages.Audit;

/// <summary>The pages of whoever does not take our word for it.</summary>
internal static class AuditPages
{
    /// <summary>What they need.</summary>
    public static IServiceCollection AddAuditPages(this IServiceCollection services) =>
        services.AddSingleton<AuditHomeRoute>().AddSingleton<GrowthRoute>().AddScoped<RecordAuditRoute>().AddScoped<ProofRoute>();

    /// <summary>Maps them.</summary>
    public static void MapAuditPages(this IEndpointRouteBuilder routes)
    {
        var inspectors = AuditRoutes.Inspectors;
        routes.MapPage(AuditHomeRoute.Path, (HttpContext http, AuditHomeRoute home) => home.Read(http), inspectors);
        routes.MapForm("/audit/verify", (AuditHomeRoute home) => home.Verify(), inspectors).WithMetadata(new Noted(AccessKind.Change));
        foreach (var kind in RecordAuditRoute.Kinds)
            routes.MapPage($"/audit/{kind}/{{id}}", (HttpContext http, string id, RecordAuditRoute record) => record.Of(http, kind, id), inspectors);
        routes.MapPage("/audit/proof", (HttpContext http, ProofRoute proof) => proof.Read(http), inspectors);
        routes.MapPage("/audit/checkpoint", (HttpContext http, GrowthRoute growth) => growth.Read(http), inspectors);
        routes.MapForm("/audit/checkpoint", (HttpContext http, GrowthRoute growth) => growth.Check(http), inspectors);
        routes.MapPage(AccessListing.Path, AccessPageRoute.Read, Role.Auditor);
    }
}
