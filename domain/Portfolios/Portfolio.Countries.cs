namespace CityGrains.Domain.Portfolios;

public sealed partial class Portfolio
{
    /// <summary>Counts by country key the agreements that were signed by a day.</summary>
    public IReadOnlyDictionary<string, long> SignedByCountry(PortfolioFilter filter, DateOnly on)
    {
        var profiles = new int[_profiles.Count];
        foreach (var (page, chosen) in Chosen(filter))
        {
            foreach (var place in (chosen & page.Reached(LifeStep.Signed, 0, on.DayNumber)).Walk()) profiles[page.Profiles[place]]++;
        }

        var countries = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < profiles.Length; i++)
        {
            if (profiles[i] == 0) continue;
            foreach (var country in _profiles[i].Countries) Add(countries, country, profiles[i]);
        }

        return countries;
    }
}
