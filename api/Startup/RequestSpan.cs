using System.Diagnostics;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Limits;

namespace CityGrains.Api.Startup;

/// <summary>
/// Names the span of a request by its method and route, as the conventions of OpenTelemetry ask, and tells browsers what they may do with the answer.
/// </summary>
internal sealed class RequestSpan(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        SecurityHeaders.Set(http);
        try
        {
            await next(http);
        }
        finally
        {
            if (Activity.Current is { IsAllDataRequested: true } span) Describe(span, http);
        }
    }

    private static void Describe(Activity span, HttpContext http)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
        span.SetTag("http.request.method", http.Request.Method);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        span.SetTag("url.path", http.Request.Path.StartsWithSegments(SignInRoutes.SignIn, StringComparison.OrdinalIgnoreCase) ? SignInRoutes.SignIn
            : http.Request.Path.Value); // a link's token is nobody else's
        if (route is not null) span.SetTag("http.route", route);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }
}
