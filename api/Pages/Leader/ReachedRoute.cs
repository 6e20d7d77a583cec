using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Portfolios;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Leader;

/// <summary>Answers <c>GET /overview/{step}</c>: the agreements behind a number of the overview.</summary>
internal static class ReachedRoute
{
    public static async Task<IResult> Read(HttpContext http, string step, PortfolioLists lists)
    {
        var page = await lists.ReachedPage(http, step);
        return page.Problem is { } problem ? ProblemPages.Of(problem) : Page.Of<ReachedPage, Reached>(new Reached(http.Request.Query, step, page.Value));
    }
}

/// <summary>The agreements behind a number.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Step">The step they reached, <c>in-effect</c>, or <c>milestone-missed</c>.</param>
/// <param name="Page">A page of them.</param>
public sealed record Reached(IQueryCollection Query, string Step, Page<AgreementItem> Page) : Listing(Query, $"/overview/{Step}")
{
    /// <summary>What people call the step.</summary>
    public Sentence Name => StepNames.OfPath(Step) is { } step ? StepNames.Of(step) : StepNames.Missed;

    /// <summary>A day that is asked for; null when none is.</summary>
    public DateOnly? Day(string name) => Queries.QueryReader.TryDay(Query[name].ToString(), out var day) ? day : null;

    /// <summary>The overview it came from.</summary>
    public string Back => "/overview" + Query.Only(name => name is "on" || Overview.Filters.Contains(name, StringComparer.Ordinal));
}
