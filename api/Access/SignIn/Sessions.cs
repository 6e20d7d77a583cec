using System.Collections.Concurrent;
using CityGrains.Journal.SignIns;

namespace CityGrains.Api.Access.SignIn;

/// <summary>
/// The sessions of browsers. Each stands for a key: who it is and what it may do is asked of that key at each request, so that it ends with the key.
/// A session ended on another node ends here within <see cref="KnownKeys.Trusted"/>.
/// </summary>
public sealed class Sessions(ISignIns signIns, KnownKeys keys, TimeProvider time)
{
    /// <summary>How long a session lasts; then its bearer signs in again. A working day.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>More than there are people; beyond it, all are looked up again.</summary>
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<string, (StoredSignIn Session, DateTimeOffset Until)> _found = new(StringComparer.Ordinal);

    /// <summary>Who holds a session; null when nobody does, or it or its key has ended.</summary>
    public async ValueTask<Caller?> Find(string token, CancellationToken cancel) =>
        await Stored(token, cancel) is { } session ? await keys.Find(session.Key, cancel) : null;

    /// <summary>Begins one for the key of a hash; answers its token, which is kept nowhere.</summary>
    public async Task<string> Begin(byte[] key, CancellationToken cancel)
    {
        var (token, now) = (ApiKey.Create(), time.GetUtcNow());
        await signIns.Save(new StoredSignIn(SignInKind.Session, ApiKey.Hash(token), key, now, now + Life), cancel);
        return token;
    }

    /// <summary>Ends one.</summary>
    public async Task End(string token, CancellationToken cancel)
    {
        await signIns.Remove(SignInKind.Session, ApiKey.Hash(token), cancel);
        _found.Clear();
    }

    /// <summary>Ends all of the same key, and links that would begin one.</summary>
    public async Task EndEverywhere(string token, CancellationToken cancel)
    {
        if (await Stored(token, cancel) is { } session) await EndAllOf(session.Key, cancel);
    }

    /// <summary>Ends all of a key, by its hash.</summary>
    public async Task EndAllOf(byte[] key, CancellationToken cancel)
    {
        await signIns.RemoveAllOf(key, cancel);
        _found.Clear();
    }

    private async ValueTask<StoredSignIn?> Stored(string token, CancellationToken cancel)
    {
        var (now, hash) = (time.GetUtcNow(), ApiKey.Hash(token));
        var name = Convert.ToHexStringLower(hash);
        if (!_found.TryGetValue(name, out var known) || now >= known.Until || known.Until - now > KnownKeys.Trusted)
        {
            if (await signIns.Find(SignInKind.Session, hash, cancel) is not { } stored) return null;
            if (_found.Count >= MostKnown) _found.Clear();
            known = _found[name] = (stored, now + KnownKeys.Trusted);
        }

        return known.Session.IsValid(now) ? known.Session : null;
    }
}
