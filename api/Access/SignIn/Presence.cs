using CityGrains.Api.Access.Oidc;

namespace CityGrains.Api.Access.SignIn;

/// <summary>Whether the sender of a request that goes on for long is still signed in.</summary>
public sealed class Presence(KnownKeys keys, Sessions sessions, TimeProvider time)
{
    /// <summary>True while the key, session or token it came by opens anything.</summary>
    public async ValueTask<bool> IsStillSignedIn(HttpContext http, CancellationToken cancel) => http.User.Identity?.AuthenticationType switch
    {
        KeyAuthentication.Cookie => SessionCookie.Session(http) is { } token && await sessions.Find(token, cancel) is not null,
        OidcRegistration.Scheme => http.Items[typeof(Presence)] is DateTimeOffset until && time.GetUtcNow() < until,
        _ => await keys.Find(http.Request.Headers.Authorization.ToString().Split(' ')[^1], cancel) is not null,
    };

    /// <summary>Notes until when a token is good.</summary>
    internal static void Until(HttpContext http, DateTimeOffset end) => http.Items[typeof(Presence)] = end;
}
