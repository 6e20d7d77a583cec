using CityGrains.Api.Queries.Views;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Requests;

/// <summary>The routes of requests for feedback.</summary>
internal static class RequestRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapRequests(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/requests", RequestQueries.List)
            .Answers<Page<RequestItem>>(
                "List requests for feedback and their answers, what is due first first / Danh sách yêu cầu và trả lời, đến hạn trước đứng trước")
            .WithMetadata(new RequestRoute(Paged: true)).Exports("requests", () => ListSheets.Requests);
        routes.MapRead("/api/v1/requests/statistics", RequestQueries.Statistics)
            .Answers<RequestStatistics>("How each body answers what it is asked, and how soon / Mỗi cơ quan trả lời thế nào và mất bao lâu")
            .WithMetadata(new RequestRoute(Paged: false));
    }
}

/// <summary>Says of a route that it takes the filters of requests.</summary>
/// <param name="Paged">It is read page by page.</param>
internal sealed record RequestRoute(bool Paged);
