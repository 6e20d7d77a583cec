using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Requests;

/// <summary>Requests for feedback across agreements and cities, from their rows.</summary>
internal static class RequestQueries
{
    public const string Office = "office", AskedOf = "askedOf", Open = "open", DueBefore = "dueBefore", After = "after";

    private const int UsualPage = 50, MostValues = 50;

    /// <summary>Answers <c>GET /api/v1/requests</c>: what is due first comes first.</summary>
    public static async Task<IResult> List(HttpContext http, IRequestRows requests, TimeProvider time)
    {
        var page = await Page(http.Request.Query, requests, time, http.RequestAborted);
        return page.Problem is { } problem ? problem : JsonAnswer.Of(page.Value, ViewJson.Default.PageRequestItem);
    }

    /// <summary>The same, before it is written.</summary>
    public static async Task<Reading<Page<RequestItem>>> Page(IQueryCollection asked, IRequestRows requests, TimeProvider time, CancellationToken cancel)
    {
        var query = new QueryReader(asked);
        var filter = Filter(query) with { After = Place(query), Limit = query.Limit(UsualPage) };
        var count = query.Flag("count");
        if (query.End() is { } problem) return problem;

        if (await requests.List(filter, cancel) is not { } listed) return QueryProblems.UnknownPage;
        long? total = count ? await requests.Count(filter, cancel) : null;
        var today = VietnamTime.DayOf(time.GetUtcNow());
        var items = listed.Select(request => RequestItem.Of(request, today)).ToList();
        return new Page<RequestItem>(items, items.Count == filter.Limit ? items[^1].Key : null, total);
    }

    /// <summary>Answers <c>GET /api/v1/requests/statistics</c>.</summary>
    public static async Task<IResult> Statistics(HttpContext http, IRequestRows requests, TimeProvider time)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = Filter(query);
        return query.End() is { } problem ? problem
            : JsonAnswer.Of(await Counted(filter, requests, time, http.RequestAborted), ViewJson.Default.RequestStatistics);
    }

    /// <summary>How every body has answered.</summary>
    public static Task<RequestStatistics> Bodies(IRequestRows requests, TimeProvider time, CancellationToken cancel) =>
        Counted(Filter(new QueryReader(QueryCollection.Empty)), requests, time, cancel);

    private static async Task<RequestStatistics> Counted(RequestFilter filter, IRequestRows requests, TimeProvider time, CancellationToken cancel)
    {
        var today = VietnamTime.DayOf(time.GetUtcNow());
        var bodies = await requests.Statistics(filter, today, cancel);
        return new RequestStatistics([.. bodies.Select(AskedBodyView.Of)], AskedBodyView.Of(AskedBody.Together(bodies)), today);
    }

    private static RequestFilter Filter(QueryReader query) =>
        new(Names(query, Office), Names(query, AskedOf), query.YesOrNo(Open), query.Day(DueBefore), After: null, UsualPage);

    private static IReadOnlyList<string> Names(QueryReader query, string parameter)
    {
        var names = query.Values(parameter);
        query.Faults.Must(names.Count <= MostValues, parameter, $"nhiều nhất {MostValues} giá trị", $"takes at most {MostValues} values");
        return [.. names.Take(MostValues).Select(RequestRow.Name)];
    }

    private static RequestPlace? Place(QueryReader query)
    {
        if (query.Value(After) is not { } text) return null;
        var place = RequestKey.Read(text);
        query.Faults.Must(place is not null, After, "phải là next của trang trước", "must be the next of the page before");
        return place;
    }
}
