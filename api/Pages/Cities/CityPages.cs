using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Cities;
using CityGrains.Domain.Networks;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Cities;

/// <summary>The pages of cities.</summary>
internal sealed class CityPages(
    CityQueries cities, AgreementQueries agreements, ActivityQueries activities, IndicatorSeries indicators, SuccessorChain successors,
    NetworkDirectory networks, RecordedNows nows)
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/cities", (HttpContext http, CityPages pages) => pages.List(http));
        routes.MapPage("/cities/{id}", (HttpContext http, string id, CityPages pages) => pages.One(http, id));
    }

    private async Task<IResult> List(HttpContext http)
    {
        var page = await cities.Page(Asking.With(http.Request.Query, ("count", "true")), http.RequestAborted);
        return page.Problem is { } problem ? ProblemPages.Of(problem)
            : Page.Of<CityListPage, CityListing>(new CityListing(http.Request.Query, page.Value, networks.All));
    }

    private async Task<IResult> One(HttpContext http, string id)
    {
        var cancel = http.RequestAborted;
        var city = await cities.Find(id, cancel);
        if (city.Problem is { } problem) return ProblemPages.Of(problem);

        var signed = await agreements.Page(Asking.Of(("city", id), ("count", "true")), cancel);
        var held = await activities.Page(Asking.Of(("city", id), ("count", "true")), cancel);
        var points = await indicators.Points(new StreamId(StreamKind.City, id), after: 0, cancel).ToListAsync(cancel);
        return Page.Of<CityPage, CityRead>(new CityRead(city.Value, signed.Value, held.Value, points, await successors.Of(id, cancel) ?? [],
            await successors.Before(id, cancel) ?? [])
        {
            Others = [.. networks.All.Where(network => city.Value.Memberships.All(membership => membership.Network != network.Id))],
            Done = await nows.Read(http),
        });
    }
}
