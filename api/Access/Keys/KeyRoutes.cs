namespace CityGrains.Api.Access.Keys;

/// <summary>The routes of keys: an admin's.</summary>
public static class KeyRoutes
{
    internal const string Root = "/api/v1/keys";

    /// <summary>Maps them.</summary>
    public static void MapKeys(this IEndpointRouteBuilder routes) =>
        routes.MapPost($"{Root}/{{id}}/links", (HttpContext http, string id, KeyEndpoints keys) => keys.Link(http, id)).WithTags("keys")
            .RequireAuthorization(policy => policy.RequireRole(Role.Admin)).Produces<KeyLink>(StatusCodes.Status201Created)
            .WithSummary("Make a link that signs the key's holder in by browser, once, within 15 minutes / Tạo liên kết đăng nhập bằng trình duyệt, dùng một lần trong 15 phút");
}
