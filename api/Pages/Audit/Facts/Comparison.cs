namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>What two looks at a record say differently, and since which event.</summary>
internal static class Comparison
{
    /// <summary>The differences, in the order the later look has its facts.</summary>
    /// <param name="then">The first look.</param>
    /// <param name="later">The second.</param>
    /// <param name="since">The event each fact comes from.</param>
    /// <param name="line">That event as people read it.</param>
    public static IReadOnlyList<FactChange> Of(
        IReadOnlyList<Fact> then, IReadOnlyList<Fact> later, IReadOnlyDictionary<string, long> since, Func<long, AuditLine> line)
    {
        var (one, other) = (ByKey(then), ByKey(later));
        return
        [
            .. from fact in later.Concat(then).DistinctBy(fact => fact.Key, StringComparer.Ordinal)
               let before = one.GetValueOrDefault(fact.Key)
               let after = other.GetValueOrDefault(fact.Key)
               where before?.Value != after?.Value
               select new FactChange(fact.Label, before?.Value, after?.Value, since.TryGetValue(fact.Key, out var version) ? line(version) : null),
        ];
    }

    /// <summary>The last event that changed each fact, of those that count.</summary>
    /// <param name="states">The state after each event, in order.</param>
    /// <param name="counts">Whether the event of a place counts.</param>
    public static IReadOnlyDictionary<string, long> Trail(IEnumerable<IReadOnlyList<Fact>> states, Func<int, bool> counts)
    {
        var trail = new Dictionary<string, long>(StringComparer.Ordinal);
        var (before, place) = (new Dictionary<string, Fact>(StringComparer.Ordinal), 0);
        foreach (var facts in states)
        {
            var now = ByKey(facts);
            if (counts(place++))
            {
                foreach (var key in now.Keys.Union(before.Keys, StringComparer.Ordinal)
                    .Where(key => now.GetValueOrDefault(key)?.Value != before.GetValueOrDefault(key)?.Value))
                    trail[key] = place;
            }

            before = now;
        }

        return trail;
    }

    private static Dictionary<string, Fact> ByKey(IReadOnlyList<Fact> facts) =>
        facts.DistinctBy(fact => fact.Key, StringComparer.Ordinal).ToDictionary(fact => fact.Key, StringComparer.Ordinal);
}
