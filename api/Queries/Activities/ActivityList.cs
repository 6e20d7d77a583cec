using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Activities;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries.Activities;

/// <summary>Lists activities, also by the days they may touch; from the rows, never through a grain.</summary>
public sealed class ActivityList(IRows rows, ListFilters filters, ViewMaker views)
{
    private const int RowsAtOnce = 200, MostYears = 30;

    /// <summary>A page of the list.</summary>
    public async Task<IResult> Read(HttpContext http)
    {
        var page = await Page(http.Request.Query, http.RequestAborted);
        return page.Problem is { } problem ? problem : JsonAnswer.Of(page.Value, ViewJson.Default.PageActivityItem);
    }

    /// <summary>The same, before it is written.</summary>
    public async Task<Reading<Page<ActivityItem>>> Page(IQueryCollection asked, CancellationToken cancel)
    {
        DateOnly? from = null, to = null;
        var read = await ListQuery.Read(asked, StreamKind.Activity, filters.Activities, rows, cancel,
            query => (from, to) = (Day(query, "from"), Day(query, "to")));
        if (read.Problem is { } problem) return problem;

        var (filter, count) = read.Value;
        if (filter.After is { } after && await rows.Find(new StreamId(StreamKind.Activity, after), cancel) is null)
            return QueryProblems.UnknownPage;
        filter = filter with { Facets = [.. filter.Facets, .. Years(from, to)] };
        var page = await Within(filter, from, to, cancel).Take(filter.Limit + 1).ToListAsync(cancel);
        long? total = !count ? null
            : from is null && to is null ? await rows.Count(StreamKind.Activity, filter, cancel)
            : await Within(filter with { After = null }, from, to, cancel).LongCountAsync(cancel);
        var next = page.Count > filter.Limit ? page[filter.Limit - 1].Id : null;
        return new Page<ActivityItem>([.. page.Take(filter.Limit).Select(views.Item)], next, total).UpTo(filter.MostCounted);
    }

    /// <summary>The years between, for the index; all of them where one end is open or they are many.</summary>
    private static IEnumerable<Facet> Years(DateOnly? from, DateOnly? to) =>
        from is { Year: var first } && to is { Year: var last } && last - first is >= 0 and < MostYears
            ? Enumerable.Range(first, last - first + 1).Select(year => new Facet(FacetNames.Year, year.ToString(CultureInfo.InvariantCulture)))
            : [];

    private async IAsyncEnumerable<Activity> Within(RowFilter filter, DateOnly? from, DateOnly? to, [EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyList<ListedRow> page;
        do
        {
            page = await rows.List(StreamKind.Activity, filter with { Limit = RowsAtOnce }, cancel);
            foreach (var row in page)
            {
                var activity = JsonSerializer.Deserialize(row.Body, JournalJson.Default.Activity)!;
                if (activity.Days.MayTouch(from, to)) yield return activity;
            }

            if (page.Count > 0) filter = filter with { After = page[^1].Id };
        }
        while (page.Count == RowsAtOnce);
    }

    private static DateOnly? Day(QueryReader query, string name)
    {
        if (query.Value(name) is not { } text) return null;
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        query.Faults.Must(read, name, "phải là một ngày, như 2022-11-30", "must be a day, as 2022-11-30");
        return read ? day : null;
    }
}
