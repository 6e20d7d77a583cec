using System.Text.Json.Nodes;
using CityGrains.Api.Calendars;
using Microsoft.OpenApi;

namespace CityGrains.Api.Digests;

/// <summary>The routes of reminders: whether an office wants them, and where.</summary>
public static class DigestRoutes
{
    private const string Digest = "/api/v1/offices/{id}/digest";

    /// <summary>What answers them.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services) => services.AddSingleton<DigestReading>().AddSingleton<DigestEndpoints>();

    /// <summary>Maps them.</summary>
    public static void MapDigests(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Digest, (HttpContext http, string id, DigestEndpoints digests) => digests.Read(http, id))
            .Own<DigestView>("How an office is reminded of its deadlines / Cơ quan được nhắc hạn thế nào");
        routes.MapPut(Digest, (HttpContext http, string id, DigestEndpoints digests) => digests.Set(http, id)).WithTags("offices")
            .Own<DigestView>(
                "Remind an office daily: 30 days, 7 days and 0 days before a deadline / Nhắc cơ quan hằng ngày: trước hạn 30 ngày, 7 ngày và khi đến hạn")
            .AddOpenApiOperationTransformer((operation, context, _) =>
            {
                operation.Description = "The reminder is an event of the office, `deadlines-announced/1`, that webhooks and the feed carry; mail follows it.";
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                    {
                        ["application/json"] = new()
                        {
                            Schema = context.ApplicationServices.GetRequiredService<DigestReading>().Shape.Describe(),
                            Example = JsonNode.Parse(DigestRequest.Example),
                        },
                    },
                };
                return Task.CompletedTask;
            });
        routes.MapDelete(Digest, (HttpContext http, string id, DigestEndpoints digests) => digests.Remove(http, id)).WithTags("offices")
            .Own<DigestView>("Remind an office no more; its mail addresses are forgotten / Thôi nhắc hạn; địa chỉ thư được xóa");
    }
}
