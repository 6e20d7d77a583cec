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
        if (Changes(http.Request.Method) && (IsByCookie(http) || http.GetEndpoint()?.Metadata.GetMetadata<FormRoute>() is not null) && await Wrong(http) is { } problem)
        {
            await ProblemDocument.Write(http, problem);
            return;
        }

        await next(http);
    }

    private async Task<Problem?> Wrong(HttpContext http)
    {
        try
        {
            return await tokens.IsRequestValidAsync(http) ? null : AccessProblems.NoFormToken;
        }
        catch (InvalidDataException)
        {
            return AccessProblems.BadForm;
        }
    }

    private static bool Changes(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool IsByCookie(HttpContext http) => http.User.Identity?.AuthenticationType == KeyAuthentication.Cookie;
}
