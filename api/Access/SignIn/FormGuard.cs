using CityGrains.Api.Access.Oidc;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Problems;
using Microsoft.AspNetCore.Antiforgery;

namespace CityGrains.Api.Access.SignIn;

/// <summary>Says of a route that it takes a form from a page of this program, though nobody need be signed in.</summary>
internal sealed record FormRoute;

/// <summary>
/// Whoever is known by a cookie alone, which browsers send by themselves, changes something only with the token of a page: as a form's field, or as a header.
/// Holders of keys need none: no browser sends a key by itself.
/// </summary>
internal sealed class FormGuard(RequestDelegate next, IAntiforgery tokens)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (Changes(http.Request.Method) && await Wrong(http) is { } problem) await ProblemPages.Answer(http, problem);
        else await next(http);
    }

    private async Task<Problem?> Wrong(HttpContext http)
    {
        if (IsFromElsewhere(http)) return AccessProblems.NoFormToken;
        if (!IsByCookie(http) && http.GetEndpoint()?.Metadata.GetMetadata<FormRoute>() is null) return null;
        try
        {
            return await tokens.IsRequestValidAsync(http) ? null : AccessProblems.NoFormToken;
        }
        catch (Exception broken) when (ReadableForm.IsBroken(broken))
        {
            return AccessProblems.BadForm;
        }
    }

    private static bool Changes(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>
    /// A browser says where a form came from (RFC 6454, 7). A proxy that turns its own cookie into a token would hand on what another site's page sent.
    /// </summary>
    private static bool IsFromElsewhere(HttpContext http) =>
        http.Request.Headers.Origin is [{ Length: > 0 } origin] && http.User.Identity?.AuthenticationType is OidcRegistration.Scheme or KeyAuthentication.Cookie
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value);

    private static bool IsByCookie(HttpContext http) => http.User.Identity?.AuthenticationType == KeyAuthentication.Cookie;
}
