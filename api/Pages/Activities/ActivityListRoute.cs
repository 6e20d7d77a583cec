using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Activities;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Activities;

/// <summary>Answers <c>GET /activities</c>: the list by filters that stand in the address bar, the same as the API's.</summary>
internal sealed class ActivityListRoute(ActivityList list, AgreementQueries agreements, CityQueries cities, KnownOffices offices)
{
    private static readonly Page<ActivityItem> Nothing = new([], Next: null, Total: 0);

    public async Task<IResult> Read(HttpContext http)
    {
        var (query, cancel) = (http.Request.Query, http.RequestAborted);
        var page = await list.Page(Asking.With(query, ("count", "true")), cancel);
        var names = (await offices.Read(cancel)).All.Select(office => office.Name.Vi).ToList();
        return page.Problem is { } problem
            ? Page.Of<ActivityListPage, ActivityListing>(new(query, Nothing, problem.Errors, names, []), problem.Status)
            : Page.Of<ActivityListPage, ActivityListing>(new(query, page.Value, [], names, await Of(query, cancel)));
    }

    /// <summary>What the agreement and the city are called that are asked for; one that is not there is not named.</summary>
    private async Task<IReadOnlyList<(string Name, string Link)>> Of(IQueryCollection query, CancellationToken cancel)
    {
        var of = new List<(string, string)>();
        if (query.Asked("agreement") is { } agreement && await agreements.Find(agreement, cancel) is { Problem: null } signed)
            of.Add((signed.Value.Title.Vi, $"/agreements/{agreement}"));
        if (query.Asked("city") is { } city && await cities.Find(city, cancel) is { Problem: null } found) of.Add((found.Value.Name, $"/cities/{city}"));
        return of;
    }
}
