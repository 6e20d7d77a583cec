using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries;

/// <summary>Lists records of one kind, and shows one; from the rows, never through a grain; what was, from the events.</summary>
/// <typeparam name="TState">The state a row carries.</typeparam>
/// <typeparam name="TItem">A record in a list.</typeparam>
/// <typeparam name="TView">A whole record.</typeparam>
public sealed class RecordQueries<TState, TItem, TView>(
    IRows rows, StreamKind kind, IReadOnlyList<ListFilter> filters, Problem notFound,
    Func<CancellationToken, ValueTask<RecordViews<TState, TItem, TView>>> viewing, IPastQuery past)
{
    private const int MostOfRows = 2 << 20;

    private readonly RecentAnswers _recent = new();
    private readonly Recent<TView> _views = new(MostOfRows); // weighed in bytes of their rows

    /// <summary>A page of the list.</summary>
    public async Task<IResult> List(HttpContext http)
    {
        var views = await viewing(http.RequestAborted);
        var page = await Page(http.Request.Query, views, http.RequestAborted);
        return page.Problem is { } problem ? problem : JsonAnswer.Of(page.Value, views.PageJson);
    }

    /// <summary>The same, before it is written.</summary>
    public async Task<Reading<Page<TItem>>> Page(IQueryCollection query, CancellationToken cancel) => await Page(query, await viewing(cancel), cancel);

    /// <summary>One record as it is, before it is written.</summary>
    public async Task<Reading<TView>> Find(string id, CancellationToken cancel)
    {
        if (await rows.Find(new StreamId(kind, id), cancel) is not { } row) return notFound;
        var views = await viewing(cancel);
        var key = $"{id}.{views.Stamp}";
        return _views.TryGet(key, row.Version, out var view) ? view : _views.Keep(key, row.Version, views.Whole(views.State(row)), row.Body.Length);
    }

    /// <summary>How many a question finds.</summary>
    public async Task<Reading<long>> Count(IQueryCollection query, CancellationToken cancel)
    {
        var read = await ListQuery.Read(query, kind, filters, rows, cancel);
        return read.Problem is { } problem ? problem : await rows.Count(kind, read.Value.Filter, cancel);
    }

    /// <summary>One record, as it is or as it was.</summary>
    public async Task<IResult> One(HttpContext http, string id)
    {
        if (http.Request.Query.Count > 0)
        {
            var query = new QueryReader(http.Request.Query);
            var when = query.AsOf();
            if (query.End() is { } problem) return problem;
            if (when is not null) return await past.One(http, id, when);
        }

        if (await rows.Find(new StreamId(kind, id), http.RequestAborted) is not { } row) return notFound;
        var views = await viewing(http.RequestAborted);
        if (EntityTags.IsKnown(http, row.Version, views.Stamp)) return Results.StatusCode(StatusCodes.Status304NotModified);
        return new WrittenAnswer(_recent.Get($"{id}.{views.Stamp}", row.Version, row,
            found => JsonSerializer.SerializeToUtf8Bytes(views.Whole(views.State(found)), views.ViewJson)));
    }

    private async Task<Reading<Page<TItem>>> Page(IQueryCollection query, RecordViews<TState, TItem, TView> views, CancellationToken cancel)
    {
        var read = await ListQuery.Read(query, kind, filters, rows, cancel);
        if (read.Problem is { } problem) return problem;

        var (filter, count) = read.Value;
        var listed = await rows.List(kind, filter with { Limit = filter.Limit + 1 }, cancel); // one more, to know whether another page follows
        if (listed.Count == 0 && filter.After is { } after && await rows.Find(new StreamId(kind, after), cancel) is null) return QueryProblems.UnknownPage;
        long? total = count ? await rows.Count(kind, filter, cancel) : null;
        var next = listed.Count > filter.Limit ? listed[filter.Limit - 1].Id : null;
        return new Page<TItem>([.. listed.Take(filter.Limit).Select(row => views.Item(views.State(row)))], next, total).UpTo(filter.MostCounted);
    }
}

/// <summary>How a state is read from its row, and shown.</summary>
/// <typeparam name="TState">The state a row carries.</typeparam>
/// <typeparam name="TItem">A record in a list.</typeparam>
/// <typeparam name="TView">A whole record.</typeparam>
public sealed record RecordViews<TState, TItem, TView>(
    JsonTypeInfo<TState> StateJson, Func<TState, TItem> Item, JsonTypeInfo<Page<TItem>> PageJson, Func<TState, TView> Whole, JsonTypeInfo<TView> ViewJson)
{
    /// <summary>Names what a view depends on beside the record's version: the day, and what offices set. Null where it depends on nothing else.</summary>
    public string? Stamp { get; init; }

    /// <summary>The state a row carries.</summary>
    public TState State(ListedRow row) => JsonSerializer.Deserialize(row.Body, StateJson)!;
}
