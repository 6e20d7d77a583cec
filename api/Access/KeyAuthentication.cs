using System.Text.Encodings.Web;
using CityGrains.Api.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Access;

/// <summary>Signs in the bearer of an API key: <c>Authorization: Bearer cg_…</c> (RFC 6750).</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    private Problem _problem = AccessProblems.NoKey;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0) return AuthenticateResult.NoResult();
        if (header is not [{ } text] || text.Split(' ') is not [var scheme, var key] || !scheme.Equals(Name, StringComparison.OrdinalIgnoreCase) || !ApiKey.IsWellFormed(key))
            return Fail(AccessProblems.MalformedKey);

        return await keys.Find(key, Context.RequestAborted) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Name), Name))
            : Fail(AccessProblems.UnknownKey);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceAsync();
        Response.Headers[HeaderNames.WWWAuthenticate] = _problem == AccessProblems.NoKey ? "Bearer realm=\"citygrains\"" : "Bearer realm=\"citygrains\", error=\"invalid_token\"";
        await ProblemDocument.Write(Context, _problem);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ProblemDocument.Write(Context, AccessProblems.RoleMissing);

    private AuthenticateResult Fail(Problem problem)
    {
        _problem = problem;
        return AuthenticateResult.Fail(problem.Code);
    }
}
