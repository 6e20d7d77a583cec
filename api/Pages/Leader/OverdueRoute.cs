using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Due;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Leader;

/// <summary>Answers <c>GET /overview/overdue</c>: the deadlines of an office that have passed, the oldest first.</summary>
internal static class OverdueRoute
{
    private static readonly string[] Asked = ["office", "after"];

    public static async Task<IResult> Read(HttpContext http, DeadlineQueries deadlines)
    {
        var page = await deadlines.Page(Asking.With(http.Request.Query, [("overdue", "true"), ("count", "true"), .. await deadlines.ToDo(http.RequestAborted)]), http.RequestAborted);
        if (page.Problem is { } problem) return ProblemPages.Of(problem);
        var said = Asked.Select(name => http.Request.Query[name] is [{ Length: > 0 } value] ? value : null).ToList();
        return Page.Of<OverduePage, Overdue>(new Overdue(said[0], said[1] is not null, page.Value.Total!.Value, page.Value.Items, page.Value.Next));
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
