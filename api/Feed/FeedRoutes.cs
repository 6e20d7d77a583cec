using CityGrains.Api.Access;
using CityGrains.Journal;

namespace CityGrains.Api.Feed;

/// <summary>The routes of the feed: all events in order, by pages or as they come. Any role that reads all may read it.</summary>
public static class FeedRoutes
{
    /// <summary>What serves the feed.</summary>
    public static IServiceCollection AddFeed(this IServiceCollection services, FeedOptions options) =>
        services.AddSingleton(options).AddSingleton<FeedStream>();

    /// <summary>Maps the feed.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/feed", (HttpContext http, IJournal journal, FeedOptions options) => FeedPage.Read(http, journal, options))
            .Answers<FeedView>("Read all events in order, page by page / Đọc mọi sự kiện theo thứ tự, từng trang").WithMetadata(new FeedRoute(Paged: true));
        routes.MapGet("/api/v1/feed/stream", (HttpContext http, FeedStream stream) => stream.Serve(http))
            .RequireAuthorization(policy => policy.RequireRole(Role.All))
            .WithSummary("Follow all events as they are recorded (server-sent events) / Theo dõi mọi sự kiện ngay khi được ghi")
            .Produces<string>(StatusCodes.Status200OK, EventStreamWriter.ContentType).WithMetadata(new FeedRoute(Paged: false));
    }
}

/// <summary>Says of a route that it reads the feed.</summary>
/// <param name="Paged">Page by page; else as it comes.</param>
public sealed record FeedRoute(bool Paged);
