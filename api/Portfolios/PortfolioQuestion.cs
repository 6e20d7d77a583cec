using System.Globalization;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Portfolios;

/// <summary>What a question to the portfolio is asked of.</summary>
/// <param name="Asked">What is counted, in the words it was asked for in.</param>
/// <param name="Meant">What those words mean.</param>
/// <param name="Filter">The same, as agreements are compared with it.</param>
/// <param name="On">The day; null: now.</param>
internal sealed record PortfolioQuestion(IReadOnlyList<Facet> Asked, IReadOnlyList<Facet> Meant, PortfolioFilter Filter, DateOnly? On)
{
    /// <summary>The parameters that choose what is counted, as they stand in a link.</summary>
    public string Link => string.Concat(Asked.Select(facet => $"&{facet.Name}={Uri.EscapeDataString(facet.Value)}"));

    /// <summary>It is asked of some agreements only, by more than their office.</summary>
    public bool IsNarrow => Meant.Any(facet => facet.Name != FacetNames.Office);

    /// <summary>The same text for what means the same.</summary>
    public string Key => string.Concat(Meant.Select(facet => $"&{facet.Name}={facet.Value}"));

    /// <summary>Reads the filters and the day.</summary>
    public static async Task<PortfolioQuestion> Read(QueryReader query, HttpRequest request, IReadOnlyList<ListFilter> filters, IRows rows)
    {
        var facets = new List<Facet>();
        foreach (var filter in filters) facets.AddRange(await ListQuery.Facets(query, filter, StreamKind.Agreement, rows, request.HttpContext.RequestAborted));
        var asked = filters.SelectMany(filter => query.Values(filter.Name).Select(value => new Facet(filter.Name, value)));
        return new PortfolioQuestion([.. asked], facets, Of(facets), query.Day(AsOfReader.On));
    }

    private static PortfolioFilter Of(IReadOnlyList<Facet> facets)
    {
        return new PortfolioFilter
        {
            Offices = Values(FacetNames.Office).ToHashSet(StringComparer.Ordinal),
            Countries = Values(FacetNames.Country).ToHashSet(StringComparer.Ordinal),
            Fields = Values(ListFilters.Field).ToHashSet(StringComparer.OrdinalIgnoreCase),
            Cities = Values(ListFilters.Partner).ToHashSet(StringComparer.Ordinal),
            Years = Values(ListFilters.Year).Select(year => int.Parse(year, CultureInfo.InvariantCulture)).ToHashSet(),
            Kinds = Enum.GetValues<AgreementKind>().Where(kind => Values(FacetNames.Kind).Contains(AgreementRow.KindName(kind), StringComparer.Ordinal))
                .ToHashSet(),
        };

        IEnumerable<string> Values(string name) => facets.Where(facet => facet.Name == name).Select(facet => facet.Value);
    }
}
