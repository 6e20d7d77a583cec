namespace CityGrains.Domain.Record;

/// <summary>Which state may directly follow which.</summary>
/// <typeparam name="T">The states.</typeparam>
internal sealed class StateTable<T>(IReadOnlyDictionary<T, T[]> next) where T : struct, Enum
{
    /// <summary>The states that may directly follow one.</summary>
    public IReadOnlyList<T> After(T from) => next[from];

    /// <summary>The shortest way from a state to one of some others: the states to go through and that one. Empty when none can be reached.</summary>
    public IReadOnlyList<T> Way(T from, IReadOnlyList<T> to)
    {
        var ways = new List<T[]> { (T[])[] };
        var seen = new HashSet<T> { from };
        for (var i = 0; i < ways.Count; i++)
        {
            if (ways[i] is [.., var last] && to.Contains(last)) return ways[i];
            foreach (var following in next[ways[i] is [.., var here] ? here : from].Where(seen.Add)) ways.Add([.. ways[i], following]);
        }

        return [];
    }
}
