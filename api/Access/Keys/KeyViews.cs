using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access.Keys;

/// <summary>The keys there are.</summary>
/// <param name="Items">By name.</param>
public sealed record KeyList(IReadOnlyList<KeyView> Items);

/// <summary>A key, as far as anybody but its bearer knows it.</summary>
/// <param name="Id">Its name, that events bear as their actor.</param>
/// <param name="Roles">What its bearer may do.</param>
/// <param name="Office">The office its bearer acts for.</param>
/// <param name="Standing"><c>valid</c>, <c>expired</c> or <c>revoked</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it opens nothing; absent: never.</param>
/// <param name="RevokedAt">When it was revoked; absent: it was not.</param>
public sealed record KeyView(
    string Id, IReadOnlyList<string> Roles, string Office, string Standing, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>The key itself; only in the answer that made it.</summary>
    public string? Key { get; init; }

    /// <summary>As it stands at an instant.</summary>
    internal static KeyView Of(StoredKey key, DateTimeOffset now) => new(
        key.Name, key.Roles, key.Office, key.RevokedAt is not null ? "revoked"
            : key.IsValid(now) ? "valid"
            : "expired", key.CreatedAt, key.ExpiresAt, key.RevokedAt);
}

/// <summary>A link that signs its bearer in, once.</summary>
/// <param name="Url">The address; shown this once.</param>
/// <param name="ExpiresAt">From when on it opens nothing.</param>
public sealed record KeyLink(string Url, DateTimeOffset ExpiresAt);
