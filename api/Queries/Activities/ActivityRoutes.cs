using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Api.Sheets;
using CityGrains.Domain.Activities;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries.Activities;

/// <summary>The routes that read activities.</summary>
internal static class ActivityRoutes
{
    public static IServiceCollection AddActivityQueries(this IServiceCollection services) => services.AddSingleton<ActivityList>()
        .AddSingleton(provider => new ActivityQueries(
            provider.GetRequiredService<IRows>(), StreamKind.Activity, provider.GetRequiredService<ListFilters>().Activities, RecordProblems.NoSuchActivity,
            QueryRoutes.Always(new RecordViews<Activity, ActivityItem, ActivityView>(
                JournalJson.Default.Activity, provider.GetRequiredService<ViewMaker>().Item, ViewJson.Default.PageActivityItem,
                provider.GetRequiredService<ViewMaker>().Whole, ViewJson.Default.ActivityView)),
            PastQueries.Activities(provider.GetRequiredService<IJournal>(), provider.GetRequiredService<ViewMaker>())));

    public static void MapActivityQueries(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/activities", (HttpContext http, ActivityList list) => list.Read(http))
            .Answers<Page<ActivityItem>>("List activities and delegations / Danh sách hoạt động và đoàn").WithMetadata(
                new ListRoute(filters => filters.Activities), new QueryParameter("from", "They may touch this day or a later one: YYYY-MM-DD / Từ ngày"),
                new QueryParameter("to", "They may touch this day or an earlier one: YYYY-MM-DD / Đến ngày"))
            .Exports("activities", () => ListSheets.Activities);
        routes.MapRead("/api/v1/activities/{id}", (HttpContext http, string id, ActivityQueries queries) => queries.One(http, id))
            .Answers<ActivityView>("Read an activity, as it is or as it was / Xem một hoạt động, hiện nay hoặc trước đây").WithMetadata(new AsOfRoute());
        routes.MapRead("/api/v1/activities/{id}/history", (HttpContext http, string id, HistoryQuery history) =>
                history.Read(http, new StreamId(StreamKind.Activity, id), RecordProblems.NoSuchActivity))
            .Answers<Page<HistoryItem>>("Read an activity's history / Xem lịch sử một hoạt động").WithMetadata(new PagedRoute())
                .Exports("history", () => ListSheets.History);
    }
}
