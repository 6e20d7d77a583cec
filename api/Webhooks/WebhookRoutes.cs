using System.Text.Json.Nodes;
using CityGrains.Api.Access;
using CityGrains.Api.Queries;
using Microsoft.OpenApi;

namespace CityGrains.Api.Webhooks;

/// <summary>The routes of webhooks: administrators register receivers, auditors see who is told of what.</summary>
public static class WebhookRoutes
{
    internal const string Root = "/api/v1/webhooks";

    private static readonly string[] Readers = [Role.Admin, Role.Auditor];

    /// <summary>What answers them.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<WebhookAddress>().AddSingleton<WebhookReading>().AddSingleton<WebhookEndpoints>()
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebhookJson.Default));

    /// <summary>Maps them.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Root, (HttpContext http, WebhookEndpoints webhooks) => webhooks.List(http))
            .To<WebhookList>(Readers, "List webhooks / Danh sách webhook");
        routes.MapRead($"{Root}/{{id}}", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.One(http, id))
            .To<WebhookView>(Readers, "Read a webhook with its last attempt / Xem một webhook và lần gửi gần nhất");
        routes.MapRead($"{Root}/{{id}}/changes", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.Changes(http, id))
            .To<WebhookChangeList>(Readers, "Who changed a webhook, also one that is gone / Ai đã thay đổi webhook, kể cả webhook đã xóa");
        routes.MapRead($"{Root}/{{id}}/deliveries", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.Deliveries(http, id))
            .To<DeliveryPage>(Readers, "The latest attempts to deliver, newest first / Các lần gửi gần đây, mới nhất trước").WithMetadata(new PagedRoute());
        routes.MapRead($"{Root}/{{id}}/dead-letters", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.DeadLetters(http, id))
            .To<DeadLetterPage>(Readers, "Events that could not be delivered / Các sự kiện không gửi được").WithMetadata(new PagedRoute());
        routes.MapChanges();
    }

    private static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Root, (HttpContext http, WebhookEndpoints webhooks) => webhooks.Register(http)).WithTags("webhooks").TakesRegistration()
            .RequireAuthorization(policy => policy.RequireRole(Role.Admin)).Produces<WebhookView>(StatusCodes.Status201Created)
            .WithSummary("Register a receiver of events; its secret is shown once / Đăng ký nơi nhận sự kiện; khóa bí mật chỉ hiện một lần");
        routes.MapPost($"{Root}/{{id}}/enable", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.Enable(http, id, enabled: true))
            .WithTags("webhooks")
            .To<WebhookView>([Role.Admin], "Enable a webhook: it goes on where it was / Bật webhook: gửi tiếp từ chỗ đã dừng");
        routes.MapPost($"{Root}/{{id}}/disable", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.Enable(http, id, enabled: false))
            .WithTags("webhooks")
            .To<WebhookView>([Role.Admin], "Disable a webhook: nothing is sent / Tắt webhook: không gửi gì");
        routes.MapPost($"{Root}/{{id}}/dead-letters/redeliver", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.Redeliver(http, id, number: null)).WithTags("webhooks")
            .To<RedeliveryView>([Role.Admin], "Try all dead letters once more / Gửi lại mọi sự kiện không gửi được");
        routes.MapPost($"{Root}/{{id}}/dead-letters/{{number:long}}/redeliver", (HttpContext http, string id, long number, WebhookEndpoints webhooks) => webhooks.Redeliver(http, id, number))
            .WithTags("webhooks").To<RedeliveryView>([Role.Admin], "Try a dead letter once more / Gửi lại một sự kiện không gửi được");
        routes.MapDelete($"{Root}/{{id}}", (HttpContext http, string id, WebhookEndpoints webhooks) => webhooks.Delete(http, id)).WithTags("webhooks")
            .To<WebhookView>(
                [Role.Admin], "Delete a webhook with its secret and dead letters; its changes stay / Xóa webhook cùng khóa bí mật; lịch sử thay đổi vẫn còn");
    }

    private static RouteHandlerBuilder To<T>(this RouteHandlerBuilder route, string[] roles, string summary) =>
        route.RequireAuthorization(policy => policy.RequireRole(roles)).WithSummary(summary).Produces<T>();

    private static RouteHandlerBuilder TakesRegistration(this RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer((operation, context, _) =>
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = context.ApplicationServices.GetRequiredService<WebhookReading>().Shape.Describe(),
                    Example = JsonNode.Parse(WebhookRequest.Example) },
            },
        };
        return Task.CompletedTask;
    });
}
