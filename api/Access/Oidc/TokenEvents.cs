using System.Security.Claims;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Access.Oidc;

/// <summary>Makes a caller of a token's claims, and a problem document of what is wrong with it.</summary>
internal sealed class TokenEvents(OidcOptions oidc) : JwtBearerEvents
{
    private const int LongestText = 200;

    /// <inheritdoc/>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (CallerOf(context.Principal!) is { } caller)
        {
            context.Principal = caller.ToPrincipal(OidcRegistration.Scheme);
            Presence.Until(context.HttpContext, new DateTimeOffset(DateTime.SpecifyKind(context.SecurityToken.ValidTo, DateTimeKind.Utc)));
        }
        else
        {
            Refuse(context.HttpContext, TokenProblems.Incomplete(oidc), context.Fail);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task AuthenticationFailed(AuthenticationFailedContext context)
    {
        Refuse(context.HttpContext, TokenProblems.Of(context.Exception), context.Fail);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var problem = context.HttpContext.Items[typeof(TokenEvents)] as Problem ?? TokenProblems.Malformed;
        if (problem.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"citygrains\", error=\"invalid_token\"";
        return ProblemDocument.Write(context.HttpContext, problem);
    }

    /// <inheritdoc/>
    public override Task Forbidden(ForbiddenContext context) => ProblemPages.Answer(context.HttpContext, AccessProblems.RoleMissing);

    private static void Refuse(HttpContext http, Problem problem, Action<string> fail)
    {
        http.Items[typeof(TokenEvents)] = problem;
        fail(problem.Code);
    }

    /// <summary>Who a token speaks of; null when it does not say who, of what office, or names no role that means anything here.</summary>
    private Caller? CallerOf(ClaimsPrincipal token)
    {
        var (name, office) = (Text(token, oidc.NameClaim), Text(token, oidc.OfficeClaim));
        IReadOnlyList<string> roles = [.. token.FindAll(oidc.RoleClaim).Select(claim => oidc.Roles.GetValueOrDefault(claim.Value)).OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        return name is null || office is null || roles.Count == 0 ? null : new Caller(name, office, roles);
    }

    private static string? Text(ClaimsPrincipal token, string claim) =>
        token.FindFirstValue(claim)?.Trim() is { Length: > 0 and <= LongestText } text && !text.Any(char.IsControl) ? text : null;
}
