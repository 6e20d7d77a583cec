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

    private FieldNames? _fields;

    public async Task<IResult> Read(HttpContext http, Reader reader)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        if (query.End() is { } problem) return ProblemPages.Of(problem);

        var cancel = http.RequestAborted;
        var (portfolio, book) = (await known.Read(cancel), await offices.Read(cancel));
        var (filter, on) = (question.Filter, question.On ?? reader.Today);
        var since = on.DayNumber > 31 ? on.AddMonths(-1).AddDays(1) : on;
        return Page.Of<OverviewPage, Overview>(new Overview(
            http.Request.Query, on, reader.Today, portfolio.Funnel(filter, on), portfolio.Trend(filter, on, byMonth: false), since,
            portfolio.Moved(filter, since, on, most: 1),
            Countries(portfolio.SignedByCountry(filter, on), filter), await owed.Of(question, cancel), [.. book.All.Select(office => office.Name.Vi)],
            FieldsOf(portfolio)));
    }

    /// <summary>With a country chosen, only its own: that an agreement is with several is no reason to list the others.</summary>
    private List<CountryCount> Countries(IReadOnlyDictionary<string, long> counted, PortfolioFilter filter) =>
    [
        .. counted.Where(country => filter.Countries.Count == 0 ? country.Key != Home : filter.Countries.Contains(country.Key))
            .OrderByDescending(country => country.Value).ThenBy(country => country.Key, StringComparer.Ordinal)
            .Select(country => new CountryCount(country.Key, countries.NameOf(country.Key, vietnamese: true), countries.NameOf(country.Key, vietnamese: false),
                country.Value)),
    ];

    /// <summary>The fields of cooperation there are; looked for again when anything has changed.</summary>
    private IReadOnlyList<string> FieldsOf(Portfolio portfolio)
    {
        var fields = Volatile.Read(ref _fields);
        if (fields?.Edition == portfolio.Edition) return fields.Names;
        fields = new FieldNames(portfolio.Edition, [.. portfolio.Summary(PortfolioFilter.None, DateOnly.MaxValue).ByField.Keys]);
        Volatile.Write(ref _fields, fields);
        return fields.Names;
    }

    private sealed record FieldNames(long Edition, IReadOnlyList<string> Names);
}
