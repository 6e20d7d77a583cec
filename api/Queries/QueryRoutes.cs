using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Activities;
using CityGrains.Api.Queries.Cities;
using CityGrains.Api.Queries.Due;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Api.Sheets;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Queries;


/// <summary>The routes that read.</summary>
public static class QueryRoutes
{
    /// <summary>What answers queries.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services) => services
        .AddSingleton<ViewMaker>().AddSingleton<ListFilters>().AddSingleton<HistoryQuery>().AddSingleton<MilestoneList>()
        .AddSingleton<NetworkQueries>().AddSingleton<IndicatorSeries>().AddSingleton<SuccessorChain>().AddActivityQueries()
        .AddSingleton<KnownTerms>().AddSingleton<Viewpoints>().AddSingleton<Deadlines>().AddSingleton<DeadlineQueries>()
        .AddSingleton(provider => new AgreementQueries(
            provider.GetRequiredService<IRows>(), StreamKind.Agreement, provider.GetRequiredService<ListFilters>().Agreements, RecordProblems.NoSuchAgreement,
            async cancel => Views(provider.GetRequiredService<ViewMaker>(), await provider.GetRequiredService<Viewpoints>().Now(cancel)),
            PastQueries.Agreements(
                provider.GetRequiredService<IJournal>(), provider.GetRequiredService<ViewMaker>(), provider.GetRequiredService<Viewpoints>())))
        .AddSingleton(provider => new CityQueries(
            provider.GetRequiredService<IRows>(), StreamKind.City, provider.GetRequiredService<ListFilters>().Cities, RecordProblems.NoSuchCity,
            Always(new RecordViews<City, CityItem, CityView>(
                JournalJson.Default.City, provider.GetRequiredService<ViewMaker>().Item, ViewJson.Default.PageCityItem,
                provider.GetRequiredService<ViewMaker>().Whole, ViewJson.Default.CityView)),
            PastQueries.Cities(provider.GetRequiredService<IJournal>(), provider.GetRequiredService<ViewMaker>())))
        .AddSingleton(provider => new OfficeQueries(
            provider.GetRequiredService<IRows>(), StreamKind.Office, ListFilters.Offices, RecordProblems.NoSuchOffice,
            Always(new RecordViews<Office, OfficeItem, OfficeView>(
                JournalJson.Default.Office, OfficeViews.Item, ViewJson.Default.PageOfficeItem, OfficeViews.Whole, ViewJson.Default.OfficeView)),
            PastQueries.Offices(provider.GetRequiredService<IJournal>())));

    private static RecordViews<Agreement, AgreementItem, AgreementView> Views(ViewMaker views, Viewpoint viewpoint) => new(
        JournalJson.Default.Agreement, agreement => views.Item(agreement, viewpoint), ViewJson.Default.PageAgreementItem,
        agreement => views.Whole(agreement, viewpoint), ViewJson.Default.AgreementView) { Stamp = viewpoint.Stamp };

    /// <summary>Views that depend on nothing but the record.</summary>
    internal static Func<CancellationToken, ValueTask<T>> Always<T>(T views) => _ => ValueTask.FromResult(views);

    /// <summary>Maps every query.</summary>
    public static void MapQueries(this IEndpointRouteBuilder routes)
    {
        routes.MapCityQueries();
        routes.MapActivityQueries();
        routes.MapRead("/api/v1/agreements", (HttpContext http, AgreementQueries queries) => queries.List(http))
            .Answers<Page<AgreementItem>>("List agreements / Danh sách thỏa thuận").WithMetadata(new ListRoute(filters => filters.Agreements))
                .Exports("agreements", () => ListSheets.Agreements);
        routes.MapRead("/api/v1/milestones", (HttpContext http, MilestoneList list) => list.Read(http))
            .Answers<Page<MilestoneItem>>("List the milestones of agreements, those of limit agreements on a page / Danh sách mốc của các thỏa thuận")
            .WithMetadata(new ListRoute(filters => filters.Agreements)).Exports("milestones", () => ListSheets.Milestones);
        routes.MapRead("/api/v1/agreements/{id}", (HttpContext http, string id, AgreementQueries queries) => queries.One(http, id))
            .Answers<AgreementView>("Read an agreement, as it is or as it was / Xem một thỏa thuận, hiện nay hoặc trước đây").WithMetadata(new AsOfRoute());
        routes.MapRead("/api/v1/agreements/{id}/history", (HttpContext http, string id, HistoryQuery history) =>
                history.Read(http, new StreamId(StreamKind.Agreement, id), RecordProblems.NoSuchAgreement))
            .Answers<Page<HistoryItem>>("Read an agreement's history / Xem lịch sử một thỏa thuận").WithMetadata(new PagedRoute())
                .Exports("history", () => ListSheets.History);

        routes.MapRead("/api/v1/cities", (HttpContext http, CityQueries queries) => queries.List(http))
            .Answers<Page<CityItem>>("List cities / Danh sách thành phố").WithMetadata(new ListRoute(filters => filters.Cities))
                .Exports("cities", () => ListSheets.Cities);
        routes.MapRead("/api/v1/cities/{id}", (HttpContext http, string id, CityQueries queries) => queries.One(http, id))
            .Answers<CityView>("Read a city, as it is or as it was / Xem một thành phố, hiện nay hoặc trước đây").WithMetadata(new AsOfRoute());
        routes.MapRead("/api/v1/cities/{id}/history", (HttpContext http, string id, HistoryQuery history) =>
                history.Read(http, new StreamId(StreamKind.City, id), RecordProblems.NoSuchCity))
            .Answers<Page<HistoryItem>>("Read a city's history / Xem lịch sử một thành phố").WithMetadata(new PagedRoute())
                .Exports("history", () => ListSheets.History);

        routes.MapRead("/api/v1/offices", (HttpContext http, OfficeQueries queries) => queries.List(http))
            .Answers<Page<OfficeItem>>("List offices / Danh sách cơ quan").WithMetadata(new ListRoute(_ => ListFilters.Offices))
                .Exports("offices", () => ListSheets.Offices);
        routes.MapRead("/api/v1/offices/{id}", (HttpContext http, string id, OfficeQueries queries) => queries.One(http, id))
            .Answers<OfficeView>("Read an office with its policies, as it is or as it was / Xem một cơ quan cùng các thời hạn nội bộ, hiện nay hoặc trước đây")
                .WithMetadata(new AsOfRoute());
        routes.MapRead("/api/v1/offices/{id}/history", (HttpContext http, string id, HistoryQuery history) =>
                history.Read(http, new StreamId(StreamKind.Office, id), RecordProblems.NoSuchOffice))
            .Answers<Page<HistoryItem>>("Read an office's history / Xem lịch sử một cơ quan").WithMetadata(new PagedRoute())
                .Exports("history", () => ListSheets.History);

        routes.MapRead("/api/v1/deadlines", (HttpContext http, DeadlineQueries queries) => queries.List(http))
            .Answers<Page<DeadlineView>>("What is due and overdue, to whom and on what basis / Việc đến hạn và quá hạn, ai phải làm và căn cứ")
                .WithMetadata(new DeadlineRoute())
            .Exports("deadlines", () => ListSheets.Deadlines);
    }
}
