using System.Globalization;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Portfolios;
using CityGrains.Domain.Portfolios;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Leader;

/// <summary>What a leader sees: all of it counted from one portfolio, at the end of one day.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="On">The day.</param>
/// <param name="Today">Today.</param>
/// <param name="Funnel">How many of those signed became real.</param>
/// <param name="Trend">What happened, year by year.</param>
/// <param name="Since">The first day of the month that ends with the day.</param>
/// <param name="Moved">What moved in it.</param>
/// <param name="Countries">Agreements signed by country, the most first; our own left out.</param>
/// <param name="Owed">What offices owe today.</param>
/// <param name="Offices">Offices to choose from.</param>
/// <param name="Fields">Fields of cooperation to choose from.</param>
public sealed record Overview(
    IQueryCollection Query, DateOnly On, DateOnly Today, Funnel Funnel, IReadOnlyList<TrendPeriod> Trend, DateOnly Since, Movements Moved,
    IReadOnlyList<CountryCount> Countries,
    OwedView Owed, IReadOnlyList<string> Offices, IReadOnlyList<string> Fields)
{
    /// <summary>What filters are called in the address.</summary>
    public static IReadOnlyList<string> Filters { get; } = ["office", "country", "field", "partner", "year", "kind"];

    /// <summary>True when less than everything is counted.</summary>
    public bool IsFiltered => Filters.Any(name => Asked(name) is not null);

    /// <summary>True when agreements are chosen by more than their office.</summary>
    public bool IsNarrow => Filters.Any(name => name != "office" && Asked(name) is not null);

    /// <summary>The first year anything is dated in.</summary>
    public int FirstYear => Trend.Select(period => Year(period) ?? Today.Year).Append(Today.Year).Min();

    /// <summary>The year of a period; null where nobody knows it.</summary>
    public static int? Year(TrendPeriod period) => int.TryParse(period.Period, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>What is asked of a parameter; null when nothing is.</summary>
    public string? Asked(string name) => Query.Asked(name);

    /// <summary>The agreements that reached a step by the day; with a first day, from that on.</summary>
    public string Reached(string step, DateOnly? since = null, DateOnly? until = null)
    {
        var link = Link();
        if (since is { } first) link.Add("since", PortfolioQueries.Day(first));
        link.Add("on", PortfolioQueries.Day(until ?? On));
        return $"/overview/{step}{link}";
    }

    /// <summary>The agreements with a country that were signed by the day.</summary>
    public string With(string country)
    {
        var link = new QueryBuilder();
        foreach (var name in Filters.Where(name => name != "country")) link.Add(name, Query[name].OfType<string>().Where(value => value.Length > 0));
        link.Add("country", country);
        link.Add("on", PortfolioQueries.Day(On));
        return "/overview/signed" + link;
    }

    /// <summary>What is late of an office, of what is asked for: deadlines, or agreements with a flag.</summary>
    public string Late(string flag, string office)
    {
        if (!IsNarrow)
            return flag == "overdue" ? "/overview/overdue" + new QueryBuilder { { "office", office } }
                : "/agreements" + new QueryBuilder { { "flag", flag }, { "office", office } };
        var link = new QueryBuilder { { "office", office } };
        foreach (var name in Filters.Where(name => name != "office")) link.Add(name, Query[name].OfType<string>().Where(value => value.Length > 0));
        link.Add("flag", flag);
        return "/overview/overdue" + link;
    }

    /// <summary>The same page on another day.</summary>
    public string Day(DateOnly? on)
    {
        var link = Link();
        if (on is { } day && day != Today) link.Add("on", PortfolioQueries.Day(day));
        return "/overview" + link;
    }

    /// <summary>What the map is drawn from.</summary>
    public string Map
    {
        get
        {
            var link = Link();
            link.Add("on", PortfolioQueries.Day(On));
            return "/overview/map.json" + link;
        }
    }

    private QueryBuilder Link()
    {
        var link = new QueryBuilder();
        foreach (var name in Filters) link.Add(name, Query[name].OfType<string>().Where(value => value.Length > 0));
        return link;
    }
}

/// <summary>How many agreements there are with a country.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Vi">Its Vietnamese name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Agreements">How many.</param>
public sealed record CountryCount(string Key, string Vi, string En, long Agreements);
