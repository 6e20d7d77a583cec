using CityGrains.Api.Access;

namespace CityGrains.Api;

/// <summary>How routes are declared.</summary>
internal static class Routes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head], Getting = [HttpMethods.Get], Posting = [HttpMethods.Post], Putting = [HttpMethods.Put], Deleting = [HttpMethods.Delete];

    /// <summary>A route that reads: GET, and HEAD for its headers alone.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapReading(pattern, handler).WithTags(pattern.Split('/').First(part => part is not ("" or "api" or "v1")));

    /// <summary>The same without a heading in the documentation: a page.</summary>
    public static RouteHandlerBuilder MapReading(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(pattern, handler, Reading);

    /// <summary>A route that is only got. Here, it goes before the framework's method of that name.</summary>
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(pattern, handler, Getting);

    /// <summary>A route that is posted to. Here, it goes before the framework's method of that name.</summary>
    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(pattern, handler, Posting);

    /// <summary>A route that puts something in the place of what is there. Here, it goes before the framework's method of that name.</summary>
    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(pattern, handler, Putting);

    /// <summary>A route that takes something away. Here, it goes before the framework's method of that name.</summary>
    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.Map(pattern, handler, Deleting);

    /// <summary>What it answers, to a caller of any role.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string summary, string? contentType = null) =>
        route.RequireAuthorization(policy => policy.RequireRole(Role.All)).Described<T>(summary, contentType);

    /// <summary>What it answers, to anybody: health and documentation only.</summary>
    public static RouteHandlerBuilder AnswersAnybody<T>(this RouteHandlerBuilder route, string summary) => route.AllowAnonymous().Described<T>(summary);

    private static RouteHandlerBuilder Described<T>(this RouteHandlerBuilder route, string summary, string? contentType = null) =>
        route.WithSummary(summary).Produces<T>(contentType: contentType);

    /// <summary>
    /// The code that binds the parameters of a handler is made when a route is first asked for, some milliseconds; the framework makes it for all
    /// routes at every start, twice, which is more than all else a start does.
    /// </summary>
    private static RouteHandlerBuilder Map(this IEndpointRouteBuilder routes, string pattern, Delegate handler, string[] methods) =>
        RouteHandlerServices.Map(routes, pattern, handler, methods, RequestDelegateFactory.InferMetadata, WhenAsked);

    private static RequestDelegateResult WhenAsked(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var bound = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new RequestDelegateResult(http => bound.Value(http), metadata?.EndpointMetadata ?? []);
    }
}
