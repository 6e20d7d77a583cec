using CityGrains.Api.Access;

namespace CityGrains.Api;

/// <summary>How routes are declared.</summary>
internal static class Routes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A route that reads: GET, and HEAD for its headers alone.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Reading, handler).WithTags(pattern.Split('/').First(part => part is not ("" or "api" or "v1")));

    /// <summary>What it answers, to a caller of any role.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string summary) =>
        route.RequireAuthorization(policy => policy.RequireRole(Role.All)).Described<T>(summary);

    /// <summary>What it answers, to anybody: health and documentation only.</summary>
    public static RouteHandlerBuilder AnswersAnybody<T>(this RouteHandlerBuilder route, string summary) => route.AllowAnonymous().Described<T>(summary);

    private static RouteHandlerBuilder Described<T>(this RouteHandlerBuilder route, string summary) => route.WithSummary(summary).Produces<T>();
}
