namespace CityGrains.Api.Access.SignIn;

/// <summary>Where a browser goes on after sign-in: a path of this program and nowhere else, whatever the address says.</summary>
internal static class LocalPath
{
    /// <summary>Where there is nothing to go back to.</summary>
    public const string Home = "/";

    private const int Longest = 2000;

    /// <summary>
    /// The path, or <see cref="Home"/> where what was sent is no path of this program: <c>//evil.example</c>, <c>/\evil.example</c>, <c>https://…</c>.
    /// </summary>
    public static string Of(string? sent) =>
        sent is ['/', ..] and not ['/', '/' or '\\', ..] and { Length: <= Longest } && sent.All(c => c is > ' ' and < '\x7f' and not '\\') ? sent : Home;

    /// <summary>The sign-in page that leads back to what was asked for.</summary>
    public static string ToSignIn(HttpRequest request)
    {
        var back = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? Of(request.PathBase.Add(request.Path).ToUriComponent() + request.QueryString.ToUriComponent())
            : Home;
        return back == Home ? SignInRoutes.SignIn : $"{SignInRoutes.SignIn}?back={Uri.EscapeDataString(back)}";
    }

    /// <summary>True where a person asks with a browser, outside the API.</summary>
    public static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true);
}
