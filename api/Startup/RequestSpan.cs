using System.Diagnostics;

namespace CityGrains.Api.Startup;

/// <summary>Names the span of a request by its method and route, as the conventions of OpenTelemetry ask, and forbids browsers to guess content types.</summary>
internal sealed class RequestSpan(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
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
        span.SetTag("url.path", http.Request.Path.Value);
        if (route is not null) span.SetTag("http.route", route);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }
}
