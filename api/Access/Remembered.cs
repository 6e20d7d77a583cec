using System.Collections.Concurrent;
using CityGrains.Journal;

namespace CityGrains.Api.Access;

/// <summary>
/// What the store said of recent hashes, believed for a while; no longer when the clock jumps back meanwhile. What it does not know is not kept: there is too
/// much of it. A node alone hears of each change itself, so that it believes what it found for as long as the store cannot be asked: whoever looks after it
/// sees why.
/// </summary>
internal sealed class Remembered<T>(TimeProvider time, TimeSpan trusted)
    where T : class
{
    /// <summary>More than there are people and programs; beyond it, all are looked up again.</summary>
    private const int Most = 10_000;

    private volatile ConcurrentDictionary<string, (T Value, DateTimeOffset Until)> _found = New();

    /// <summary>What is stored under a hash; null when nothing is.</summary>
    public async ValueTask<T?> Find(byte[] hash, Func<Task<T?>> look)
    {
        var (found, now, name) = (_found, time.GetUtcNow(), Convert.ToHexStringLower(hash));
        if (found.TryGetValue(name, out var known) && now < known.Until && known.Until - now <= trusted) return known.Value;
        T? value;
        try
        {
            value = await look();
        }
        catch (JournalUnavailableException) when (trusted > TimeSpan.Zero && known.Value is not null)
        {
            return known.Value;
        }

        if (value is null)
        {
            found.TryRemove(name, out _);
            return null;
        }

        if (found.Count >= Most) found.Clear();
        found[name] = (value, now + trusted);
        return value;
    }

    /// <summary>What the store last said of a hash, however long ago; null where nothing is remembered.</summary>
    public T? Last(byte[] hash) => _found.GetValueOrDefault(Convert.ToHexStringLower(hash)).Value;

    /// <summary>Something has changed: it holds at once. What is being looked up meanwhile, and may be from before, is not kept.</summary>
    public void Forget() => _found = New();

    private static ConcurrentDictionary<string, (T Value, DateTimeOffset Until)> New() => new(StringComparer.Ordinal);
}
