using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Due;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Text;
using CityGrains.Journal.Rows.Due;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Leader;

/// <summary>Answers <c>GET /overview/overdue</c>: the deadlines of an office that have passed, the oldest first.</summary>
internal static class OverdueRoute
{
    private const int PageLength = 50, LongestName = 500;

    public static async Task<IResult> Read(HttpContext http, Reader reader, Deadlines deadlines, Viewpoints viewpoints)
    {
        var query = new QueryReader(http.Request.Query);
        var office = query.Value("office");
        query.Faults.Must(office is null || office.Length <= LongestName, "office", $"dài quá {LongestName} ký tự", $"is longer than {LongestName} characters");
        var place = query.Value("after") is { } written ? DeadlineCursor.Read(written) : null;
        query.Faults.Must(place is not null || query.Value("after") is null, "after", "phải là next của trang trước", "must be the next of the page before");
        if (query.End() is { } problem) return ProblemPages.Of(problem);

        var rules = (await viewpoints.Now(http.RequestAborted)).Rules;
        var filter = new DueFilter
        {
            Today = reader.Today,
            DueBefore = reader.Today,
            Office = office is null ? null : NormalForm.Compose(office).Trim(),
            Codes = [.. rules.All.Where(rule => !rule.Watch && rule.Code != ClockCodes.Plan).Select(rule => rule.Code).Distinct(StringComparer.Ordinal)], // a missing plan is told apart
        };
        var page = await deadlines.Page(filter, place, PageLength, http.RequestAborted);
        var total = await deadlines.Count(filter, http.RequestAborted);
        var next = page.Count == PageLength ? DeadlineCursor.Write(page[^1].Place) : null;
        return Page.Of<OverduePage, Overdue>(new Overdue(office, place is not null, total, [.. page.Select(due => DeadlineView.Of(due, reader.Today))], next));
    }
}

/// <summary>What is overdue.</summary>
/// <param name="Office">The office; null: of any.</param>
/// <param name="After">This page is not the first.</param>
/// <param name="Total">How many on all pages.</param>
/// <param name="Items">A page of them.</param>
/// <param name="Next">The next page; null on the last.</param>
public sealed record Overdue(string? Office, bool After, long Total, IReadOnlyList<DeadlineView> Items, string? Next)
{
    /// <summary>The same question from another page on.</summary>
    public string Link(string? after)
    {
        var link = new QueryBuilder();
        if (Office is not null) link.Add("office", Office);
        if (after is not null) link.Add("after", after);
        return "/overview/overdue" + link;
    }
}
