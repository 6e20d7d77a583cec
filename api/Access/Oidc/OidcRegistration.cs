using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace CityGrains.Api.Access.Oidc;

/// <summary>Takes the tokens of an OpenID Connect provider beside keys: signed JWTs (RFC 7519, RFC 8725), whose keys the provider publishes.</summary>
public static class OidcRegistration
{
    /// <summary>Name of the scheme, and how its identities say how they are known.</summary>
    internal const string Scheme = "Jwt";

    /// <summary>How far the clocks of the provider and of this machine may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a token with a key nobody has published waits until the provider is asked again, so that a flood of such tokens is no flood at the provider.
    /// </summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMinutes(1);

    /// <summary>Public keys only: a token signed by a secret could be signed with the provider's public key as that secret.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddOidc(this IServiceCollection services, OidcOptions oidc)
    {
        services.AddSingleton(oidc);
        services.AddAuthentication().AddJwtBearer(Scheme, jwt => Configure(jwt, oidc));
        services.AddOptions<JwtBearerOptions>(Scheme).Configure<TimeProvider>(
            (jwt, time) => jwt.TokenValidationParameters.LifetimeValidator = (from, until, _, _) =>
            until is { } end && Utc(end) + Skew > time.GetUtcNow() && (from is not { } start || Utc(start) - Skew <= time.GetUtcNow()));
        services.Configure<AuthenticationSchemeOptions>(
            KeyAuthentication.Name, key => key.ForwardDefaultSelector = http => IsToken(http.Request) ? Scheme : null);
        return services;
    }

    private static void Configure(JwtBearerOptions jwt, OidcOptions oidc)
    {
        jwt.Authority = oidc.Issuer.OriginalString;
        jwt.Audience = oidc.Audience;
        jwt.RequireHttpsMetadata = !oidc.Issuer.IsLoopback;
        jwt.BackchannelHttpHandler = new SocketsHttpHandler { UseProxy = !oidc.Issuer.IsLoopback };
        jwt.RefreshInterval = BetweenQuestions;
        jwt.MapInboundClaims = false;
        jwt.SaveToken = false;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = oidc.Issuer.OriginalString,
            ValidAudience = oidc.Audience,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
        };
        jwt.Events = new TokenEvents(oidc);
    }

    /// <summary>A bearer's credential that is no key of this program.</summary>
    private static bool IsToken(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        && header.Parameter is { } token && !token.StartsWith(ApiKey.Prefix, StringComparison.Ordinal) && token.Count(c => c == '.') == 2;

    private static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
}
