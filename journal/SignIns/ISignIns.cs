namespace CityGrains.Journal.SignIns;

/// <summary>Sessions of browsers, and links that begin one. Only hashes are kept; they are in no backup.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached, is full or is damaged.</remarks>
public interface ISignIns
{
    /// <summary>
    /// The one whose SHA-256 (32 bytes) is <paramref name="sha256"/>; null when none is. It may have expired: see <see cref="StoredSignIn.IsValid"/>.
    /// </summary>
    Task<StoredSignIn?> Find(SignInKind kind, ReadOnlyMemory<byte> sha256, CancellationToken cancel = default);

    /// <summary>Keeps one, and forgets those that had expired when it was made.</summary>
    Task Save(StoredSignIn signIn, CancellationToken cancel = default);

    /// <summary>Forgets one; true when it was there. Of many that ask at a time, one is told true: a link is spent once.</summary>
    Task<bool> Remove(SignInKind kind, ReadOnlyMemory<byte> sha256, CancellationToken cancel = default);

    /// <summary>Forgets all that stand for a key, by its hash; answers how many they were.</summary>
    Task<int> RemoveAllOf(ReadOnlyMemory<byte> key, CancellationToken cancel = default);
}

/// <summary>What somebody signs in by, beside a key.</summary>
public enum SignInKind
{
    /// <summary>A browser's session: as often as it likes, until it ends.</summary>
    Session,

    /// <summary>A link: once.</summary>
    Link,
}

/// <summary>A session or a link as it is kept.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Hash">SHA-256 of what its bearer holds, 32 bytes.</param>
/// <param name="Key">Hash of the key it stands for.</param>
/// <param name="CreatedAt">When it was made, to the microsecond.</param>
/// <param name="ExpiresAt">From when on it opens nothing.</param>
public sealed record StoredSignIn(SignInKind Kind, byte[] Hash, byte[] Key, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>True when it opens something at the given instant, if its key does.</summary>
    public bool IsValid(DateTimeOffset now) => now < ExpiresAt;
}
