using CityGrains.Api.Access.Log;
using CityGrains.Api.Pages.Reading;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Audit;

/// <summary>Answers <c>GET /audit/access</c>: who did what, by filters that stand in the address bar.</summary>
internal static class AccessPageRoute
{
    private const string PageLength = "50";

    private static readonly AccessPage Nothing = new([], Next: null);

    public static async Task<IResult> Read(HttpContext http, AccessQueries log, KnownOffices offices)
    {
        var names = (await offices.Read(http.RequestAborted)).All.Select(office => office.Name.Vi).ToList();
        var page = await log.Page(Asking.With(http.Request.Query, ("limit", PageLength)), http.RequestAborted);
        return page.Problem is { } problem
            ? Page.Of<AccessLogPage, AccessListing>(new AccessListing(http.Request.Query, Nothing, problem.Errors, names), problem.Status)
            : Page.Of<AccessLogPage, AccessListing>(new AccessListing(http.Request.Query, page.Value, [], names));
    }
}
