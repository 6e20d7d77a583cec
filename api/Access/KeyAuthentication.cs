using System.Text.Encodings.Web;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Problems;
using CityGrains.Journal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Access;

/// <summary>
/// Says of a route that it tells of the node and nothing of the record: while the store is gone, it is told to whoever held a key when the store was last
/// asked.
/// </summary>
internal sealed record TellsOfNode;

/// <summary>
/// Signs in the bearer of an API key, <c>Authorization: Bearer cg_…</c> (RFC 6750), or of a browser's session. Where a key is sent, cookies say nothing.
/// </summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownKeys keys, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    /// <summary>How the identity of a session's bearer says how it is known.</summary>
    public const string Cookie = "Cookie";

    private Problem _problem = AccessProblems.NoKey;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            return await Authenticate();
        }
        catch (JournalUnavailableException) when (Route<IAllowAnonymous>())
        {
            return AuthenticateResult.NoResult(); // whoever it is may ask: health is told while the store is gone
        }
    }

    private async Task<AuthenticateResult> Authenticate()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0) return SessionCookie.Session(Context) is { } token ? await BySession(token) : AuthenticateResult.NoResult();
        if (header is not [{ } text] || text.Split(' ') is not [var scheme, var key] || !scheme.Equals(Name, StringComparison.OrdinalIgnoreCase)
            || !ApiKey.IsWellFormed(key))
            return Fail(AccessProblems.MalformedKey);

        return await Holder(key) is { } caller ? Success(caller, Name) : Fail(AccessProblems.UnknownKey);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceAsync();
        if (LocalPath.IsPage(Request))
        {
            Response.Headers.CacheControl = "no-store";
            Response.Redirect(LocalPath.ToSignIn(Request));
            return;
        }

        Response.Headers[HeaderNames.WWWAuthenticate] = _problem == AccessProblems.NoKey ? "Bearer realm=\"citygrains\""
            : "Bearer realm=\"citygrains\", error=\"invalid_token\"";
        await ProblemDocument.Write(Context, _problem);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ProblemPages.Answer(Context, AccessProblems.RoleMissing);

    private async Task<Caller?> Holder(string key)
    {
        try
        {
            return await keys.Find(key, Context.RequestAborted);
        }
        catch (JournalUnavailableException) when (Route<TellsOfNode>() && keys.Last(key) is not null)
        {
            return keys.Last(key);
        }
    }

    private bool Route<T>() where T : class => Context.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;

    private async Task<AuthenticateResult> BySession(string token) =>
        await sessions.Find(token, Context.RequestAborted) is { } caller ? Success(caller, Cookie) : AuthenticateResult.NoResult();

    private static AuthenticateResult Success(Caller caller, string how) => AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(how), Name));

    private AuthenticateResult Fail(Problem problem)
    {
        _problem = problem;
        return AuthenticateResult.Fail(problem.Code);
    }
}
