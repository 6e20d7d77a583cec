using System.Diagnostics;
using System.Security.Claims;
using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Access;

namespace CityGrains.Api.Access.Log;

/// <summary>Says of a route that what it does leaves events, which bear their actor: the log says no more of it.</summary>
internal sealed record LeavesEvents;

/// <summary>Says of a page's form that what it does leaves no events, and as what the log has it.</summary>
/// <param name="Kind">What sort of thing.</param>
internal sealed record Noted(AccessKind Kind);

/// <summary>Sees each request go by, and has noted what the record does not say itself.</summary>
internal sealed class AccessWatch(RequestDelegate next, AccessLog log, TimeProvider time)
{
    private const int LongestPath = 200;

    /// <summary>Types of answers that are files.</summary>
    private static readonly string[] Files = ["text/csv", "application/vnd.openxmlformats", "application/x-ndjson"];

    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() => Noteworthy(http) is { } kind ? log.Note(Entry(http, kind)) : Task.CompletedTask);
        await next(http);
        if (IsRefusedSignIn(http) || http.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests) log.Deny(Entry(http, AccessKind.Denied));
    }

    /// <summary>An entry about a request.</summary>
    private AccessEntry Entry(HttpContext http, AccessKind kind)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var path = http.Request.Path.ToUriComponent();
        return new AccessEntry(kind, time.GetUtcNow(), $"{http.Request.Method} {route ?? "?"}")
        {
            Path = kind is AccessKind.Denied or AccessKind.SignIn or AccessKind.SignOut || path == route ? null
                : path.Length <= LongestPath ? path
                : path[..LongestPath],
            Actor = http.User.FindFirstValue(ClaimTypes.Name),
            Office = http.User.FindFirstValue(Caller.OfficeClaim),
            Address = http.Connection.RemoteIpAddress?.ToString(),
            Status = http.Response.StatusCode,
            CorrelationId = kind is AccessKind.Denied ? null : Activity.Current?.TraceId.ToHexString(),
        };
    }

    /// <summary>The form comes back with what was wrong.</summary>
    private static bool IsRefusedSignIn(HttpContext http) => http.Response.StatusCode == StatusCodes.Status303SeeOther
        && http.Response.Headers.Location is [{ } next] && next.Contains("refused=", StringComparison.Ordinal);

    private static AccessKind? Noteworthy(HttpContext http)
    {
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest || http.User.Identity is not { IsAuthenticated: true }) return null;
        var path = http.Request.Path;
        if (path.StartsWithSegments(SignIn.SignInRoutes.SignIn, StringComparison.OrdinalIgnoreCase))
            return HttpMethods.IsPost(http.Request.Method) && !IsRefusedSignIn(http) ? AccessKind.SignIn : null;
        if (path.StartsWithSegments("/sign-out", StringComparison.OrdinalIgnoreCase)) return AccessKind.SignOut;
        if (HttpMethods.IsGet(http.Request.Method))
            return http.Response.ContentType is { } type && Files.Any(file => type.StartsWith(file, StringComparison.Ordinal)) ? AccessKind.Export : null;
        if (HttpMethods.IsHead(http.Request.Method) || http.GetEndpoint()?.Metadata is not { } metadata) return null;
        if (metadata.GetMetadata<Noted>() is { } noted) return noted.Kind;
        if (metadata.GetMetadata<CommandRoute>() is not null || metadata.GetMetadata<LeavesEvents>() is not null || metadata.GetMetadata<PageRoute>() is not null) return null; // other pages write through commands
        return path.StartsWithSegments(Keys.KeyRoutes.Root, StringComparison.OrdinalIgnoreCase) ? AccessKind.KeyChange : AccessKind.Change;
    }
}
