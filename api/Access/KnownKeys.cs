using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access;

/// <summary>The keys of recent requests, looked up in the store at most once in <see cref="Trusted"/>; a key revoked by another process ends within that time.</summary>
public sealed class KnownKeys(IKeys keys, TimeProvider time)
{
    /// <summary>How long a found key is believed.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly Remembered<Found> _found = new(time);

    /// <summary>Who holds a key; null when nobody does, or it has ended.</summary>
    public ValueTask<Caller?> Find(string key, CancellationToken cancel) => Find(ApiKey.Hash(key), cancel);

    /// <summary>The same by the key's hash.</summary>
    public async ValueTask<Caller?> Find(byte[] hash, CancellationToken cancel)
    {
        var found = await _found.Find(hash, async () => await keys.FindByHash(hash, cancel) is { } key ? new Found(key, new Caller(key.Name, key.Office, key.Roles)) : null);
        return found?.Key.IsValid(time.GetUtcNow()) is true ? found.Caller : null;
    }

    /// <summary>Something about the keys has changed on this node: it holds at once.</summary>
    public void Forget() => _found.Forget();

    private sealed record Found(StoredKey Key, Caller Caller);
}
