using CityGrains.Journal.SignIns;
using CityGrains.Silo;

namespace CityGrains.Api.Access.SignIn;

/// <summary>
/// The sessions of browsers. Each stands for a key: who it is and what it may do is asked of that key at each request, so that it ends with the key.
/// What is found is believed as long as a key is.
/// </summary>
public sealed class Sessions(ISignIns signIns, KnownKeys keys, SiloOptions options, TimeProvider time)
{
    /// <summary>How long a session lasts; then its bearer signs in again. A working day.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly Remembered<StoredSignIn> _found = new(time, KnownKeys.TrustedBy(options));

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
        _found.Forget();
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
        _found.Forget();
    }

    private async ValueTask<StoredSignIn?> Stored(string token, CancellationToken cancel)
    {
        var hash = ApiKey.Hash(token);
        var session = await _found.Find(hash, () => signIns.Find(SignInKind.Session, hash, cancel));
        return session?.IsValid(time.GetUtcNow()) is true ? session : null;
    }
}
