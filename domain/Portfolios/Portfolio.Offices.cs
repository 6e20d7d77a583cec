namespace CityGrains.Domain.Portfolios;

public sealed partial class Portfolio
{
    /// <summary>How many agreements each office, as agreements name it, follows up of those a city is a party to.</summary>
    /// <param name="cities">Ids of the cities.</param>
    public ILookup<string, (string Office, int Agreements)> OfficesOf(IReadOnlySet<string> cities)
    {
        var asked = new Dictionary<int, string>();
        foreach (var city in cities)
        {
            if (_cities.TryGetValue(city, out var number)) asked.Add(number, city);
        }

        var counts = new Dictionary<(string City, string Office), int>();
        foreach (var page in _pages)
        {
            for (var i = 0; i < page.Cities.Count; i++)
            {
                if (!asked.TryGetValue(page.Cities.Values[i], out var city)) continue;
                var of = (city, _profiles[page.Profiles[page.Cities.Places[i]]].Office);
                counts[of] = counts.GetValueOrDefault(of) + 1;
            }
        }

        return counts.ToLookup(count => count.Key.City, count => (count.Key.Office, count.Value), StringComparer.Ordinal);
    }
}
