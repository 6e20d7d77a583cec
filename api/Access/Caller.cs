using System.Security.Claims;

namespace CityGrains.Api.Access;

/// <summary>Who sends a request.</summary>
/// <param name="Name">Name of the person or key; events bear it as their actor.</param>
/// <param name="Office">The office acted for.</param>
/// <param name="Roles">Any of <see cref="Role"/>.</param>
public sealed record Caller(string Name, string Office, IReadOnlyList<string> Roles)
{
    /// <summary>Claim that names the office.</summary>
    public const string OfficeClaim = "office";

    /// <summary>
    /// Acts on records of the own office only. An admin who is also an officer or approver acts on all, and so does whoever bears the office of the
    /// first two keys, which belong to the installation and to no office.
    /// </summary>
    public bool OwnOfficeOnly => Office != AdminKey.Office && !Roles.Contains(Role.Admin, StringComparer.Ordinal);

    /// <summary>The caller as the framework's authorization sees it.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, Name), new Claim(OfficeClaim, Office), .. Roles.Select(role => new Claim(ClaimTypes.Role, role))], scheme));
}

/// <summary>The caller of the request at hand.</summary>
public static class CallerOfRequest
{
    /// <summary>Who sent the request; every route but the open ones has been through sign-in.</summary>
    /// <exception cref="InvalidOperationException">The route is open, and nobody signed in.</exception>
    public static Caller Caller(this HttpContext http)
    {
        if (http.User.Identity is not { IsAuthenticated: true }) throw new InvalidOperationException("Nobody signed in: an open route has no caller.");
        return new Caller(
            http.User.FindFirstValue(ClaimTypes.Name)!, http.User.FindFirstValue(Access.Caller.OfficeClaim)!,
            [.. http.User.FindAll(ClaimTypes.Role).Select(claim => claim.Value)]);
    }
}
