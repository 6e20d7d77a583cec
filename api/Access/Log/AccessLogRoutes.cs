using CityGrains.Api.Audit;

namespace CityGrains.Api.Access.Log;

/// <summary>The route of the access log: an auditor's.</summary>
public static class AccessLogRoutes
{
    /// <summary>What notes and reads it.</summary>
    public static IServiceCollection AddAccessLog(this IServiceCollection services) => services
        .AddSingleton<AccessLog>().AddHostedService(provider => provider.GetRequiredService<AccessLog>()).AddSingleton<AccessQueries>()
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AccessJson.Default));

    /// <summary>Maps it.</summary>
    public static void MapAccessLog(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/api/v1/access-log", (HttpContext http, AccessQueries queries) => queries.Read(http))
            .RequireAuthorization(policy => policy.RequireRole(Role.Auditor)).Produces<AccessPage>()
            .WithSummary("Who did what, the newest first: writes, sign-ins, refusals, changes of keys, exports / Ai đã làm gì, mới nhất trước: ghi hồ sơ, đăng nhập, bị từ chối, thay đổi khóa, xuất dữ liệu")
            .Takes(("kind", "write, sign-in, sign-out, denied, key-change, change or export"), ("actor", "Name of a person or key."),
                ("office", "As it is written in the entry."),
                ("day", "A day in Vietnam, as 2026-03-15."), ("after", "The next of the page before."),
                ("limit", "Entries on a page, 1 to 500; the last event's are all told."));
}
