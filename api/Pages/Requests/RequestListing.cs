using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Api.Requests;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Requests;

/// <summary>A page of the list of requests between ministry, missions abroad and localities, and how each body answers.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Page">The answer.</param>
/// <param name="Bodies">How each body answers, whatever is listed.</param>
public sealed record RequestListing(IQueryCollection Query, Page<RequestItem> Page, RequestStatistics Bodies)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/requests";

    /// <summary>True when less than everything is asked for.</summary>
    public bool IsFiltered => Query.IsFiltered();

    /// <summary>What is asked of a parameter; null when nothing is.</summary>
    public string? Asked(string name) => Query.Asked(name);

    /// <summary>The same question from another page on.</summary>
    public string Link(string? after) => Query.Link(Path, after);

    /// <summary>Answers <c>GET /requests</c>.</summary>
    internal static async Task<IResult> Read(HttpContext http, IRequestRows requests, TimeProvider time)
    {
        var page = await RequestQueries.Page(Asking.With(http.Request.Query, ("count", "true")), requests, time, http.RequestAborted);
        if (page.Problem is { } problem) return ProblemPages.Of(problem);
        var bodies = await RequestQueries.Bodies(requests, time, http.RequestAborted);
        return Reading.Page.Of<RequestListPage, RequestListing>(new RequestListing(http.Request.Query, page.Value, bodies));
    }
}
