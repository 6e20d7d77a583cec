using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries;

/// <summary>The milestones of all agreements that the filters of agreements let through, agreement by agreement; from the rows.</summary>
public sealed class MilestoneList(IRows rows, ListFilters filters)
{
    /// <summary>Answers <c>GET /api/v1/milestones</c>. A page has the milestones of as many agreements as <c>limit</c> says.</summary>
    public async Task<IResult> Read(HttpContext http)
    {
        var read = await ListQuery.Read(http.Request.Query, StreamKind.Agreement, filters.Agreements, rows, http.RequestAborted);
        if (read.Problem is { } problem) return problem;

        var (filter, count) = read.Value;
        var listed = await rows.List(StreamKind.Agreement, filter with { Limit = filter.Limit + 1 },
            http.RequestAborted); // one more, to know whether another page follows
        if (listed.Count == 0 && filter.After is { } after && await rows.Find(new StreamId(StreamKind.Agreement, after), http.RequestAborted) is null)
            return QueryProblems.UnknownPage;
        long? total = count ? await rows.Count(StreamKind.Agreement, filter, http.RequestAborted) : null;
        var items = listed.Take(filter.Limit).SelectMany(row => MilestoneItem.Of(JsonSerializer.Deserialize(row.Body, JournalJson.Default.Agreement)!));
        return JsonAnswer.Of(new Page<MilestoneItem>([.. items], listed.Count > filter.Limit ? listed[filter.Limit - 1].Id : null, total)
            .UpTo(filter.MostCounted), ViewJson.Default.PageMilestoneItem);
    }
}
