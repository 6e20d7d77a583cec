using System.Collections.Concurrent;

namespace CityGrains.Api.Json;

/// <summary>
/// What was made lately of a version of a record, by id and version. The store is asked for the version each time, so that nothing is ever stale; what is
/// saved is making it again. Two generations bound the memory: when the young one is full it becomes the old one, and the old one is dropped.
/// </summary>
/// <typeparam name="T">What is made.</typeparam>
/// <param name="most">How much one generation holds, in whatever it is weighed.</param>
public class Recent<T>(int most)
{
    private ConcurrentDictionary<string, Made> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Made> _old = new(StringComparer.Ordinal);
    private int _weight;

    /// <summary>What was made of a version; false when it is not at hand.</summary>
    public bool TryGet(string id, long version, out T made)
    {
        var isYoung = _young.TryGetValue(id, out var one) && one.Version == version;
        var isThere = isYoung || (_old.TryGetValue(id, out one) && one.Version == version);
        made = isThere ? one!.Value : default!;
        if (isThere && !isYoung) Keep(id, one!);
        return isThere;
    }

    /// <summary>Keeps what was made of a version.</summary>
    public T Keep(string id, long version, T made, int weight)
    {
        Keep(id, new Made(version, made, weight));
        return made;
    }

    private void Keep(string id, Made made)
    {
        if (Interlocked.Add(ref _weight, made.Weight) > most)
        {
            Interlocked.Exchange(ref _weight, made.Weight);
            _old = Interlocked.Exchange(ref _young, new ConcurrentDictionary<string, Made>(StringComparer.Ordinal));
        }

        _young[id] = made;
    }

    private sealed record Made(long Version, T Value, int Weight);
}
