namespace CityGrains.Api.Limits;

/// <summary>What browsers are told of every answer before it is made; a page that needs something else says so itself.</summary>
internal static class SecurityHeaders
{
    /// <summary>Of pages: what comes from here, no script or style written into them, in no frame.</summary>
    public const string Pages =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Of answers that are no pages: nothing at all.</summary>
    private const string Answers = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Sets them.</summary>
    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = Answers;
            return;
        }

        headers.ContentSecurityPolicy = Pages;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
