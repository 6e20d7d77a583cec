namespace CityGrains.Journal.Keys;

/// <summary>The keys callers sign in with. Only their hashes are kept.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached, is full or is damaged.</remarks>
public interface IKeys
{
    /// <summary>
    /// The key whose SHA-256 (32 bytes) is <paramref name="sha256"/>; null when none is.
    /// It may have expired or been revoked: see <see cref="StoredKey.IsValid"/>.
    /// </summary>
    Task<StoredKey?> FindByHash(ReadOnlyMemory<byte> sha256, CancellationToken cancel = default);

    /// <summary>Every key, by name.</summary>
    Task<IReadOnlyList<StoredKey>> All(CancellationToken cancel = default);

    /// <summary>Saves a key; one of the same name is replaced.</summary>
    Task Save(StoredKey key, CancellationToken cancel = default);
}

/// <summary>A key as it is kept.</summary>
/// <param name="Name">What people call it; each name once.</param>
/// <param name="Hash">SHA-256 of the key, 32 bytes.</param>
/// <param name="Roles">What its bearer may do.</param>
/// <param name="Office">The office its bearer acts for.</param>
/// <param name="CreatedAt">When it was made, to the microsecond.</param>
public sealed record StoredKey(string Name, byte[] Hash, IReadOnlyList<string> Roles, string Office, DateTimeOffset CreatedAt)
{
    /// <summary>From when on it no longer opens anything; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null: it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>True when it opens something at the given instant.</summary>
    public bool IsValid(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);
}
