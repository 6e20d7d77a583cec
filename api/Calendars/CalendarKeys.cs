using CityGrains.Api.Access;
using CityGrains.Domain.Offices;
using CityGrains.Journal.Keys;

namespace CityGrains.Api.Calendars;

/// <summary>The tokens of calendars: keys that open the deadlines of one office and nothing else. Only their hashes are kept.</summary>
public sealed class CalendarKeys(IKeys keys, KnownKeys known, TimeProvider time)
{
    private const int IdDigits = 12;

    /// <summary>The calendars of an office, the oldest first, revoked ones included.</summary>
    public async Task<IReadOnlyList<CalendarItem>> Of(Office office, CancellationToken cancel) =>
        [.. (await Stored(office, cancel)).OrderBy(key => key.CreatedAt).ThenBy(key => key.Name, StringComparer.Ordinal).Select(key => Item(office, key))];

    /// <summary>Makes one; its token is shown this once.</summary>
    public async Task<(CalendarItem Item, string Token)> Create(Office office, string by, CancellationToken cancel)
    {
        var token = ApiKey.Create();
        var hash = ApiKey.Hash(token);
        var key = new StoredKey($"{Prefix(office)}{Convert.ToHexStringLower(hash)[..IdDigits]}:{by}", hash, [Role.Calendar], office.Id,
            Journal.RecordedEvent.Instant(Journal.RecordedEvent.Format(time.GetUtcNow())));
        await keys.Save(key, cancel);
        return (Item(office, key), token);
    }

    /// <summary>Revokes one; null when there is none of that id. It ends at once.</summary>
    public async Task<CalendarItem?> Revoke(Office office, string id, CancellationToken cancel)
    {
        if ((await Stored(office, cancel)).FirstOrDefault(key => Item(office, key).Id == id) is not { } key) return null;
        var revoked = key with { RevokedAt = key.RevokedAt ?? time.GetUtcNow() };
        await keys.Save(revoked, cancel);
        known.Forget();
        return Item(office, revoked);
    }

    /// <summary>The id of the office whose deadlines a token opens; null when it opens none.</summary>
    public async ValueTask<string?> OfficeOf(string? token, CancellationToken cancel) =>
        token is not null && ApiKey.IsWellFormed(token) && await known.Find(token, cancel) is { } caller
            && caller.Roles.Contains(Role.Calendar, StringComparer.Ordinal) ? caller.Office : null;

    private async Task<IEnumerable<StoredKey>> Stored(Office office, CancellationToken cancel) =>
        (await keys.All(cancel)).Where(key => key.Name.StartsWith(Prefix(office), StringComparison.Ordinal));

    /// <summary>No id has a colon.</summary>
    private static string Prefix(Office office) => $"calendar:{office.Id}:";

    private static CalendarItem Item(Office office, StoredKey key)
    {
        var name = key.Name[Prefix(office).Length..];
        return new CalendarItem(name[..IdDigits], key.CreatedAt, name[(IdDigits + 1)..], key.RevokedAt);
    }
}

/// <summary>The calendars of an office.</summary>
/// <param name="Items">The oldest first.</param>
public sealed record CalendarList(IReadOnlyList<CalendarItem> Items);

/// <summary>A calendar somebody subscribes to.</summary>
/// <param name="Id">Names it among the office's.</param>
/// <param name="CreatedAt">When its token was made.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="RevokedAt">When it was revoked; absent while it opens.</param>
public sealed record CalendarItem(string Id, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? RevokedAt)
{
    /// <summary>The address to subscribe to, with the token; only in the answer that made it.</summary>
    public string? Url { get; init; }
}
