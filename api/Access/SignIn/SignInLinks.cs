using CityGrains.Journal.SignIns;

namespace CityGrains.Api.Access.SignIn;

/// <summary>Links that begin a session, once, for somebody who should not have to handle a key.</summary>
public sealed class SignInLinks(ISignIns signIns, TimeProvider time)
{
    /// <summary>How long a link waits to be used: one that is handed over, and the one the first start prints.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15), FirstLife = TimeSpan.FromHours(1);

    /// <summary>Makes one for the key of a hash.</summary>
    /// <returns>Its path, shown once, and when it ends.</returns>
    public async Task<(string Path, DateTimeOffset ExpiresAt)> Make(byte[] key, TimeSpan life, CancellationToken cancel = default)
    {
        var (token, now) = (ApiKey.Create(), time.GetUtcNow());
        await signIns.Save(new StoredSignIn(SignInKind.Link, ApiKey.Hash(token), key, now, now + life), cancel);
        return ($"{SignInRoutes.SignIn}/{token}", now + life);
    }

    /// <summary>Uses one up; answers the hash of the key it stands for, null when it is unknown, used or too old.</summary>
    public async Task<byte[]?> Spend(string token, CancellationToken cancel)
    {
        if (!ApiKey.IsWellFormed(token) || await signIns.Find(SignInKind.Link, ApiKey.Hash(token), cancel) is not { } link) return null;
        return await signIns.Remove(SignInKind.Link, link.Hash, cancel) && link.IsValid(time.GetUtcNow()) ? link.Key : null;
    }
}
