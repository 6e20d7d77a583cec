using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Portfolios;
using CityGrains.Api.Queries;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Portfolios;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Leader;

/// <summary>Answers <c>GET /overview</c>: the portfolio on one screen, on any day.</summary>
internal sealed class OverviewRoute(KnownPortfolio known, OwedQueries owed, KnownOffices offices, IRows rows, ListFilters filters, CountryDirectory countries)
{
    private const string Home = "VN";

    public async Task<IResult> Read(HttpContext http, Reader reader)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        if (query.End() is { } problem) return ProblemPages.Of(problem);

        var cancel = http.RequestAborted;
        var portfolio = await known.Read(cancel);
        var (filter, on) = (question.Filter, question.On ?? reader.Today);
        var since = on.DayNumber > 31 ? on.AddMonths(-1).AddDays(1) : on;
        return Page.Of<OverviewPage, Overview>(new Overview(
            http.Request.Query, on, reader.Today, portfolio.Funnel(filter, on), portfolio.Trend(filter, on, byMonth: false), since, portfolio.Moved(filter, since, on, most: 1),
            Countries(portfolio.Summary(filter, on)), await owed.Now(cancel), [.. (await offices.Read(cancel)).All.Select(office => office.Name.Vi)],
            [.. portfolio.Summary(PortfolioFilter.None, DateOnly.MaxValue).ByField.Keys]));
    }

    private List<CountryCount> Countries(Breakdown counted) =>
    [
        .. counted.ByCountry.Where(country => country.Key != Home).OrderByDescending(country => country.Value).ThenBy(country => country.Key, StringComparer.Ordinal)
            .Select(country => new CountryCount(country.Key, countries.NameOf(country.Key, vietnamese: true), countries.NameOf(country.Key, vietnamese: false), country.Value)),
    ];
}
