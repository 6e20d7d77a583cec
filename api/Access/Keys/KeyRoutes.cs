using System.Text.Json.Nodes;
using CityGrains.Api.Json.Shapes;
using Microsoft.OpenApi;

namespace CityGrains.Api.Access.Keys;

/// <summary>The routes of keys: administrators make and end them, auditors see which there are.</summary>
public static class KeyRoutes
{
    internal const string Root = "/api/v1/keys";

    private static readonly string[] Readers = [Role.Admin, Role.Auditor];

    /// <summary>What answers them.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services) => services
        .AddSingleton<KeyRing>().AddSingleton<KeyReading>().AddSingleton<KeyEndpoints>()
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, KeyJson.Default));

    /// <summary>Maps them.</summary>
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Root, (HttpContext http, KeyEndpoints keys) => keys.List(http)).For<KeyList>(Readers, "List keys / Danh sách khóa");
        routes.MapRead($"{Root}/{{id}}", (HttpContext http, string id, KeyEndpoints keys) => keys.One(http, id))
            .For<KeyView>(Readers, "Read a key, without the key itself / Xem một khóa, không có chính khóa");
        routes.MapPost(Root, (HttpContext http, KeyEndpoints keys) => keys.Create(http)).Takes(reading => reading.New, KeyRequest.Example)
            .Changes<KeyView>("Make a key; it is shown once / Tạo khóa; chỉ hiện một lần", StatusCodes.Status201Created);
        routes.MapPost($"{Root}/{{id}}/rotate", (HttpContext http, string id, KeyEndpoints keys) => keys.Rotate(http, id))
            .Changes<KeyView>("Put another key in its place; the one before ends at once / Thay khóa; khóa cũ hết hiệu lực ngay");
        routes.MapPost($"{Root}/{{id}}/expire", (HttpContext http, string id, KeyEndpoints keys) => keys.Expire(http, id))
            .Takes(reading => reading.End, KeyEndRequest.Example)
            .Changes<KeyView>("Give a key another last day / Đặt lại ngày cuối cùng của khóa");
        routes.MapPost($"{Root}/{{id}}/revoke", (HttpContext http, string id, KeyEndpoints keys) => keys.Revoke(http, id))
            .Changes<KeyView>("Revoke a key at once, for ever; whoever is signed in by it is signed out / Thu hồi khóa ngay, vĩnh viễn; mọi phiên đăng nhập bằng khóa này kết thúc");
        routes.MapPost($"{Root}/{{id}}/links", (HttpContext http, string id, KeyEndpoints keys) => keys.Link(http, id))
            .Changes<KeyLink>("Make a link that signs the key's holder in by browser, once, within 15 minutes / Tạo liên kết đăng nhập bằng trình duyệt, dùng một lần trong 15 phút", StatusCodes.Status201Created);
    }

    private static RouteHandlerBuilder For<T>(this RouteHandlerBuilder route, string[] roles, string summary, int status = StatusCodes.Status200OK) =>
        route.RequireAuthorization(policy => policy.RequireRole(roles)).WithSummary(summary).Produces<T>(status).WithTags("keys");

    private static RouteHandlerBuilder Changes<T>(this RouteHandlerBuilder route, string summary, int status = StatusCodes.Status200OK) =>
        route.For<T>([Role.Admin], summary, status);

    private static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, Func<KeyReading, ObjectShape> shape,
        string example) => route.AddOpenApiOperationTransformer((operation, context, _) =>
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = shape(context.ApplicationServices.GetRequiredService<KeyReading>()).Describe(),
                    Example = JsonNode.Parse(example) },
            },
        };
        return Task.CompletedTask;
    });
}
