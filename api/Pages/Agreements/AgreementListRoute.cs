using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Agreements;

/// <summary>Answers <c>GET /agreements</c>: the list by filters that stand in the address bar, the same as the API's.</summary>
internal static class AgreementListRoute
{
    private static readonly Page<AgreementItem> Nothing = new([], Next: null, Total: 0);

    public static async Task<IResult> Read(HttpContext http, AgreementQueries agreements, KnownOffices offices)
    {
        var cancel = http.RequestAborted;
        var page = await agreements.Page(Asking.With(http.Request.Query, ("count", "true")), cancel);
        if (page.Problem is null && page.Value is { Total: 1, Items: [var only] } && http.Request.Query is { Count: 1 } asked && asked.ContainsKey("q"))
            return Results.LocalRedirect($"/agreements/{only.Id}"); // searched for, and there is but one
        var names = (await offices.Read(cancel)).All.Select(office => office.Name.Vi).ToList();
        return page.Problem is { } problem
            ? Page.Of<ListPage, AgreementListing>(new(http.Request.Query, Nothing, problem.Errors, names), problem.Status)
            : Page.Of<ListPage, AgreementListing>(new(http.Request.Query, page.Value, [], names));
    }
}
