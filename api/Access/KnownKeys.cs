using System.Collections.Concurrent;
using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access;

/// <summary>The keys of recent requests, looked up in the store at most once in <see cref="Trusted"/>; a key revoked by another process ends within that time.</summary>
public sealed class KnownKeys(IKeys keys, TimeProvider time)
{
    /// <summary>How long a found key is believed; no longer when the clock jumps back meanwhile.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Found> _found = new(StringComparer.Ordinal);

    /// <summary>Who holds a key; null when nobody does, or it has ended. Unknown keys are not kept: there are too many.</summary>
    public ValueTask<Caller?> Find(string key, CancellationToken cancel) => Find(ApiKey.Hash(key), cancel);

    /// <summary>The same by the key's hash.</summary>
    public async ValueTask<Caller?> Find(byte[] hash, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var name = Convert.ToHexStringLower(hash);
        if (_found.TryGetValue(name, out var known) && now < known.Until && known.Until - now <= Trusted) return known.Key.IsValid(now) ? known.Caller : null;

        if (await keys.FindByHash(hash, cancel) is not { } stored)
        {
            _found.TryRemove(name, out _);
            return null;
        }

        var found = new Found(stored, new Caller(stored.Name, stored.Office, stored.Roles), now + Trusted);
        _found[name] = found;
        return stored.IsValid(now) ? found.Caller : null;
    }

    /// <summary>Something about the keys has changed on this node: it holds at once.</summary>
    public void Forget() => _found.Clear();

    private sealed record Found(StoredKey Key, Caller Caller, DateTimeOffset Until);
}
