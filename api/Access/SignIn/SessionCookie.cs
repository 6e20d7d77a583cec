using System.Net;

namespace CityGrains.Api.Access.SignIn;

/// <summary>
/// The cookies of a browser: its session, and the secret its forms are signed with before there is one. Both HttpOnly and SameSite=Strict; Secure, and bound to
/// this very host by the prefix <c>__Host-</c> (RFC 6265bis, 4.1.3.2), unless it is plain HTTP to this machine itself.
/// </summary>
internal static class SessionCookie
{
    private const string SessionName = "citygrains", FormName = "citygrains-form";

    /// <summary>The session's token; null where there is none.</summary>
    public static string? Session(HttpContext http) => Read(http, SessionName);

    /// <summary>Begins a session.</summary>
    public static void SetSession(HttpContext http, string token, TimeSpan life) => Set(http, SessionName, token, life);

    /// <summary>Ends it.</summary>
    public static void EndSession(HttpContext http) => http.Response.Cookies.Delete(Name(http, SessionName), Options(http));

    /// <summary>The secret of forms sent before there is a session; null where there is none.</summary>
    public static string? Form(HttpContext http) => Read(http, FormName);

    /// <summary>Sets it, for as long as the browser is open.</summary>
    public static void SetForm(HttpContext http, string secret) => Set(http, FormName, secret, life: null);

    private static string? Read(HttpContext http, string name) =>
        http.Request.Cookies.TryGetValue(Name(http, name), out var value) && ApiKey.IsWellFormed(value) ? value : null;

    private static void Set(HttpContext http, string name, string value, TimeSpan? life)
    {
        var options = Options(http);
        options.MaxAge = life;
        http.Response.Cookies.Append(Name(http, name), value, options);
    }

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !IsLoopback(http), Path = "/", IsEssential = true };

    private static string Name(HttpContext http, string name) => IsLoopback(http) ? name : "__Host-" + name;

    private static bool IsLoopback(HttpContext http)
    {
        if (http.Request.IsHttps) return false;
        var host = http.Request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
