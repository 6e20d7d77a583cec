namespace CityGrains.Domain.Portfolios;

/// <summary>
/// All agreements at one moment, ready to be counted. Each question goes over a few columns once, whatever its filter: some nanoseconds for each agreement.
/// </summary>
public sealed partial class Portfolio
{
    private readonly IReadOnlyList<LifePage> _pages;
    private readonly IReadOnlyList<Profile> _profiles;
    private readonly IReadOnlyDictionary<string, int> _cities;
    private readonly Lazy<(int First, int Last)> _months;

    internal Portfolio(IReadOnlyList<LifePage> pages, IReadOnlyList<Profile> profiles, IReadOnlyDictionary<string, int> cities, long edition) =>
        (_pages, _profiles, _cities, Edition, _months) = (pages, profiles, cities, edition, new Lazy<(int First, int Last)>(Months));

    /// <summary>Another number for another content, within one process.</summary>
    public long Edition { get; }

    /// <summary>The ids of the agreements a filter admits.</summary>
    public IReadOnlySet<string> Admitted(PortfolioFilter filter)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (page, chosen) in Chosen(filter))
        {
            foreach (var place in chosen.Walk()) ids.Add(page.Id(place));
        }

        return ids;
    }

    /// <summary>Every page with the lives on it that a filter admits.</summary>
    private IEnumerable<(LifePage Page, LifeSet Chosen)> Chosen(PortfolioFilter filter)
    {
        var profiles = filter.AdmitsEveryProfile ? null : _profiles.Select(filter.Admits).ToArray();
        var cities = filter.Cities.Count == 0 ? null : Cities(filter);
        return _pages.Select(page => (page, page.Chosen(profiles, cities)));
    }

    /// <summary>The months any step was reached in.</summary>
    private (int First, int Last) Months()
    {
        var dated = _pages.Select(page => page.Months).Where(months => months.Last > 0).ToList();
        return dated.Count == 0 ? (1, 0) : (dated.Min(months => months.First), dated.Max(months => months.Last));
    }

    private bool[] Cities(PortfolioFilter filter)
    {
        var cities = new bool[_cities.Count];
        foreach (var city in filter.Cities)
        {
            if (_cities.TryGetValue(city, out var number)) cities[number] = true;
        }

        return cities;
    }
}
