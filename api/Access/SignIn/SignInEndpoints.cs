using CityGrains.Api.Pages.Failing;
using Microsoft.AspNetCore.Antiforgery;

namespace CityGrains.Api.Access.SignIn;

/// <summary>Signs browsers in and out. A link is spent by its button's POST, never by the GET that previews of messages make.</summary>
internal sealed class SignInEndpoints(KnownKeys keys, Sessions sessions, SignInLinks links, IAntiforgery tokens)
{
    private const string Back = "back", Refused = "refused";

    /// <summary>Asks for a key.</summary>
    public IResult Form(HttpContext http) =>
        new SignInPage(Token(http), LocalPath.Of(http.Request.Query[Back]), ByLink: false, http.Request.Query[Refused]);

    /// <summary>Shows the button that spends a link. Says nothing of whether it still can be.</summary>
    public IResult Button(HttpContext http) => new SignInPage(Token(http), LocalPath.Home, ByLink: true, Refused: null);

    /// <summary>Signs in whoever holds a key.</summary>
    public async Task<IResult> ByKey(HttpContext http)
    {
        var (form, problem) = await ReadableForm.Read(http.Request);
        if (form is null) return ProblemPages.Of(problem!);
        var (key, back) = (form["key"].ToString().Trim(), LocalPath.Of(form[Back]));
        return ApiKey.IsWellFormed(key) && await Begin(http, ApiKey.Hash(key)) ? See(back)
            : See($"{SignInRoutes.SignIn}?{Refused}=key&{Back}={Uri.EscapeDataString(back)}");
    }

    /// <summary>Signs in whoever holds a link.</summary>
    public async Task<IResult> ByLink(HttpContext http, string token) =>
        await links.Spend(token, http.RequestAborted) is { } key && await Begin(http, key) ? See(LocalPath.Home) : See($"{SignInRoutes.SignIn}?{Refused}=link");

    /// <summary>Signs out, here or wherever the same key is signed in.</summary>
    public async Task<IResult> Out(HttpContext http, bool everywhere)
    {
        if (SessionCookie.Session(http) is { } token)
        {
            if (everywhere) await sessions.EndEverywhere(token, http.RequestAborted);
            else await sessions.End(token, http.RequestAborted);
        }

        SessionCookie.EndSession(http);
        return See(SignInRoutes.SignIn);
    }

    private async Task<bool> Begin(HttpContext http, byte[] key)
    {
        if (await keys.Find(key, http.RequestAborted) is not { } caller || !caller.Roles.Any(Role.All.Contains)) return false;
        http.User = caller.ToPrincipal(KeyAuthentication.Cookie); // the access log names who signed in
        SessionCookie.SetSession(http, await sessions.Begin(key, http.RequestAborted), Sessions.Life);
        return true;
    }

    private string Token(HttpContext http) => tokens.GetAndStoreTokens(http).RequestToken!;

    private static SeeOther See(string path) => new(path);
}

/// <summary>Sends a browser on after a form (RFC 9110, 15.4.4).</summary>
internal sealed class SeeOther(string path) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
