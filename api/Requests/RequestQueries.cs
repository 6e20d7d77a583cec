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
        var query = new QueryReader(http.Request.Query);
        var filter = Filter(query) with { After = Place(query), Limit = query.Limit(UsualPage) };
        var count = query.Flag("count");
        if (query.End() is { } problem) return problem;

        if (await requests.List(filter, http.RequestAborted) is not { } listed) return QueryProblems.UnknownPage;
        long? total = count ? await requests.Count(filter, http.RequestAborted) : null;
        var today = VietnamTime.DayOf(time.GetUtcNow());
        var items = listed.Select(request => RequestItem.Of(request, today)).ToList();
        return JsonAnswer.Of(new Page<RequestItem>(items, items.Count == filter.Limit ? items[^1].Key : null, total), ViewJson.Default.PageRequestItem);
    }

    /// <summary>Answers <c>GET /api/v1/requests/statistics</c>.</summary>
    public static async Task<IResult> Statistics(HttpContext http, IRequestRows requests, TimeProvider time)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = Filter(query);
        if (query.End() is { } problem) return problem;

        var today = VietnamTime.DayOf(time.GetUtcNow());
        var bodies = await requests.Statistics(filter, today, http.RequestAborted);
        return JsonAnswer.Of(
            new RequestStatistics([.. bodies.Select(AskedBodyView.Of)], AskedBodyView.Of(AskedBody.Together(bodies)), today), ViewJson.Default.RequestStatistics);
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
