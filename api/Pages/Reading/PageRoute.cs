using CityGrains.Api.Access;
using CityGrains.Api.Access.SignIn;
using Microsoft.AspNetCore.Http.Metadata;

namespace CityGrains.Api.Pages.Reading;

/// <summary>Says of a route that people read it in a browser.</summary>
public sealed record PageRoute;

/// <summary>How pages are declared.</summary>
internal static class PageMapping
{
    /// <summary>A page that callers of these roles may open; without roles, of any.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, string pattern, Delegate handler, params string[] roles) =>
        routes.MapReading(pattern, handler).RequireAuthorization(policy => policy.RequireRole(roles.Length == 0 ? Role.All : roles)).AsPage();

    /// <summary>A form of such a page.</summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler, params string[] roles) =>
        routes.MapPost(pattern, handler).RequireAuthorization(policy => policy.RequireRole(roles.Length == 0 ? Role.All : roles)).AsPage()
            .AddEndpointFilter(ReadableForm.Only);

    /// <summary>A page that anybody may open: sign-in, and what explains why nothing else is.</summary>
    public static void MapOpenPage(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapReading(pattern, handler).AllowAnonymous().AsPage();

    /// <summary>Takes a form with a file, larger than what is sent otherwise.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route, long mostBytes) =>
        route.WithMetadata(new FormSize(mostBytes)).WithFormOptions(multipartBodyLengthLimit: mostBytes);

    private sealed record FormSize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

    private static RouteHandlerBuilder AsPage(this RouteHandlerBuilder route) =>
        route.WithMetadata(new PageRoute()).ExcludeFromDescription().AddEndpointFilter(Attend);

    private static ValueTask<object?> Attend(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if ((LanguageChoice.Of(http) ?? WrittenDay.Redirect(http)) is { } elsewhere) return ValueTask.FromResult<object?>(elsewhere);
        http.RequestServices.GetRequiredService<Reader>().Attend(http);
        return next(context);
    }
}
