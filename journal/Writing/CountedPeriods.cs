using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Writing;

/// <summary>How many records of a kind counted as the same; see <see cref="PeriodRow"/>.</summary>
internal readonly record struct CountedPeriods(string State, string Facets, long N)
{
    /// <summary>The last day a period may begin on to count.</summary>
    public static string Begun(AsOf when) => when.On is { } day ? PeriodRow.Day(day) : PeriodRow.Now;

    /// <summary>The instant whose knowledge counts.</summary>
    public static string Known(AsOf when) => when.Known is { } known ? RecordedEvent.Format(known) : PeriodRow.Now;

    /// <summary>What the counts say of the whole.</summary>
    public static PortfolioSummary Summary(IReadOnlyList<CountedPeriods> agreements, IReadOnlyList<CountedPeriods> cities)
    {
        var kinds = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var countries = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var counted in agreements)
        {
            var facets = counted.Facets.Split(PeriodRow.Separator);
            Add(kinds, facets[0], counted.N);
            foreach (var country in facets.Skip(1)) Add(countries, country, counted.N);
        }

        var states = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var counted in agreements) Add(states, counted.State, counted.N);
        return new PortfolioSummary(agreements.Sum(counted => counted.N), cities.Sum(counted => counted.N), states, kinds, countries);
    }

    private static void Add(SortedDictionary<string, long> counts, string name, long n) => counts[name] = counts.GetValueOrDefault(name) + n;
}
