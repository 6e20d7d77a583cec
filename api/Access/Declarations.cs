using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace CityGrains.Api.Access;

/// <summary>
/// Who may use a route is said beside it: roles, or that anybody may. A route that says nothing would be open to every signed-in caller by the fallback; the
/// program does not start with one.
/// </summary>
internal sealed class Declarations : IStartupFilter
{
    /// <summary>Looks at every route once all are mapped, and before anything listens.</summary>
    /// <exception cref="InvalidOperationException">A route does not say who may use it.</exception>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        Check(app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints);
    };

    /// <summary>Looks at these.</summary>
    /// <exception cref="InvalidOperationException">One does not say who may use it.</exception>
    internal static void Check(IEnumerable<Endpoint> endpoints)
    {
        var silent = endpoints.Where(endpoint => !IsDeclared(endpoint.Metadata)).Select(endpoint => endpoint.DisplayName).ToList();
        if (silent.Count > 0)
            throw new InvalidOperationException(
                $"These routes do not say who may use them (RequireAuthorization or AllowAnonymous): {string.Join("; ", silent)}");
    }

    /// <summary>The roles that open a route; null where anybody may use it.</summary>
    public static IReadOnlyList<string>? RolesOf(IReadOnlyList<object> metadata) => metadata.OfType<IAllowAnonymous>().Any() ? null :
    [
        .. metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>()
            .Select(requirement => requirement.AllowedRoles)
            .Aggregate((IEnumerable<string>)Role.All, (all, roles) => all.Intersect(roles, StringComparer.Ordinal)),
    ];

    private static bool IsDeclared(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null || metadata.GetMetadata<IAuthorizeData>() is not null
            || metadata.GetMetadata<AuthorizationPolicy>() is not null;
}
