using CityGrains.Journal.Keys;
using CityGrains.Silo;

namespace CityGrains.Api.Access;

/// <summary>
/// The keys of recent requests. A node alone looks each up at most once in <see cref="Trusted"/>, and hears of what it changes itself;
/// in a cluster, where another node may have revoked it, at each request.
/// </summary>
public sealed class KnownKeys(IKeys keys, SiloOptions options, TimeProvider time)
{
    /// <summary>How long a node alone believes what it found.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly Remembered<Found> _found = new(time, TrustedBy(options));

    /// <summary>Who holds a key; null when nobody does, or it has ended.</summary>
    public ValueTask<Caller?> Find(string key, CancellationToken cancel) => Find(ApiKey.Hash(key), cancel);

    /// <summary>The same by the key's hash.</summary>
    public async ValueTask<Caller?> Find(byte[] hash, CancellationToken cancel)
    {
        var found = await _found.Find(
            hash, async () => await keys.FindByHash(hash, cancel) is { } key ? new Found(key, new Caller(key.Name, key.Office, key.Roles)) : null);
        return Holder(found);
    }

    /// <summary>Who held it when the store was last asked; null where this node does not know, or it has ended since.</summary>
    public Caller? Last(string key) => Holder(_found.Last(ApiKey.Hash(key)));

    /// <summary>How long a node believes what it found: not at all where others may change it.</summary>
    internal static TimeSpan TrustedBy(SiloOptions options) => options.Cluster is null ? Trusted : TimeSpan.Zero;

    /// <summary>Something about the keys has changed on this node: it holds at once.</summary>
    public void Forget() => _found.Forget();

    private Caller? Holder(Found? found) => found?.Key.IsValid(time.GetUtcNow()) is true ? found.Caller : null;

    private sealed record Found(StoredKey Key, Caller Caller);
}
