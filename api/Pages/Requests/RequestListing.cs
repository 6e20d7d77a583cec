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
public sealed record RequestListing(IQueryCollection Query, Page<RequestItem> Page, RequestStatistics Bodies) : Listing(Query, Path)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/requests";

    /// <summary>Answers <c>GET /requests</c>.</summary>
    internal static async Task<IResult> Read(HttpContext http, IRequestRows requests, TimeProvider time)
    {
        var page = await RequestQueries.Page(Asking.With(http.Request.Query, ("count", "true")), requests, time, http.RequestAborted);
        if (page.Problem is { } problem) return ProblemPages.Of(problem);
        var bodies = await RequestQueries.Bodies(requests, time, http.RequestAborted);
        return Reading.Page.Of<RequestListPage, RequestListing>(new RequestListing(http.Request.Query, page.Value, bodies));
    }
}
