using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Writing;

/// <summary>A counter as it is stored; see <see cref="Counter"/>.</summary>
internal readonly record struct Counted(string Kind, string Name, string Value, long N)
{
    /// <summary>What the counters say of the whole.</summary>
    public static PortfolioSummary Summary(IReadOnlyList<Counted> counters)
    {
        return new PortfolioSummary(Total(StreamKind.Agreement), Total(StreamKind.City), By(FacetNames.State), By(FacetNames.Kind), By(FacetNames.Country));

        long Total(StreamKind kind) =>
            counters.Where(counter => counter.Kind == StreamId.NameOf(kind) && counter.Name == Counter.Total(kind).Name).Sum(counter => counter.N);
        Dictionary<string, long> By(string name) => counters
            .Where(counter => counter.Kind == StreamId.NameOf(StreamKind.Agreement) && counter.Name == name)
            .ToDictionary(counter => counter.Value, counter => counter.N, StringComparer.Ordinal);
    }
}
