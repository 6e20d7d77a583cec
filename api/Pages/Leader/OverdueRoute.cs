using System.Globalization;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Portfolios;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Due;
using CityGrains.Domain.Clocks;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Leader;

/// <summary>
/// Answers <c>GET /overview/overdue</c>: the deadlines of an office that have passed, the oldest first; narrowed down as the overview is,
/// whatever else is late of those agreements.
/// </summary>
internal sealed class OverdueRoute(DeadlineQueries deadlines, OwedQueries owed, ListFilters filters, IRows rows, Reader reader)
{
    private const int PageLength = 50;

    public async Task<IResult> Read(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var (flag, after) = (query.Value("flag"), query.Value("after"));
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        if (!question.IsNarrow && flag is null) return await OfOffice(http, after is not null);
        var raised = flag is null ? FlagKind.Overdue : OwedFlags.FirstOrDefault(one => Reader.Kebab(one) == flag, (FlagKind)(-1));
        var flags = string.Join(", ", OwedFlags.Select(Reader.Kebab));
        query.Faults.Must(Enum.IsDefined(raised), "flag", $"phải là một trong: {flags}", $"must be one of: {flags}");
        var from = 0;
        query.Faults.Must(
            after is null || int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from), "after",
            "phải là số của trang trước", "must be the number of the page before");
        if (query.End() is { } problem) return ProblemPages.Of(problem);

        var late = (await owed.Late(question, http.RequestAborted)).Where(one => one.Flag == raised).ToList();
        var items = late.Skip(from).Take(PageLength).Select(one => DeadlineView.Of(one.Clock, reader.Today)).ToList();
        var next = from + PageLength < late.Count ? (from + PageLength).ToString(CultureInfo.InvariantCulture) : null;
        return Page.Of<OverduePage, Overdue>(new Overdue(http.Request.Query, raised, after is not null, late.Count, items, next));
    }

    private static IReadOnlyList<FlagKind> OwedFlags { get; } = [FlagKind.Overdue, FlagKind.NoPlan, FlagKind.Silent, FlagKind.Stalled];

    private async Task<IResult> OfOffice(HttpContext http, bool later)
    {
        var cancel = http.RequestAborted;
        var page = await deadlines.Page(Asking.With(http.Request.Query, [("overdue", "true"), ("count", "true"), .. await deadlines.ToDo(cancel)]), cancel);
        return page.Problem is { } problem ? ProblemPages.Of(problem)
            : Page.Of<OverduePage, Overdue>(new Overdue(http.Request.Query, FlagKind.Overdue, later, page.Value.Total!.Value, page.Value.Items,
                page.Value.Next));
    }
}

/// <summary>What is overdue.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Flag">What sort of late.</param>
/// <param name="After">This page is not the first.</param>
/// <param name="Total">How many on all pages.</param>
/// <param name="Items">A page of them.</param>
/// <param name="Next">The next page; null on the last.</param>
public sealed record Overdue(IQueryCollection Query, FlagKind Flag, bool After, long Total, IReadOnlyList<DeadlineView> Items, string? Next)
    : Listing(Query, "/overview/overdue")
{
    /// <summary>The office; null: of any.</summary>
    public string? Office => Asked("office");

    /// <summary>The overview it came from.</summary>
    public string Back => "/overview" + Query.Only(name => name != "office" && Overview.Filters.Contains(name, StringComparer.Ordinal));
}
