using CityGrains.Api.Access.SignIn;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access.Keys;

/// <summary>
/// Makes and changes the keys of people and programs. What it changes holds from the next request on, on each node of a cluster.
/// Tokens of calendars, which are keys too, are none of its concern.
/// </summary>
public sealed class KeyRing(IKeys keys, KnownKeys known, Sessions sessions, TimeProvider time) : IDisposable
{
    /// <summary>One change at a time, so that two do not both find a name free, or another admin left.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Every key, by name.</summary>
    public async Task<IReadOnlyList<StoredKey>> All(CancellationToken cancel) => [.. (await keys.All(cancel)).Where(key => key.Roles.Any(Role.All.Contains))];

    /// <summary>The key of a name.</summary>
    public async Task<Reading<StoredKey>> Find(string name, CancellationToken cancel) =>
        (await All(cancel)).FirstOrDefault(key => key.Name == name) is { } key ? key : AccessProblems.NoSuchKey;

    /// <summary>Makes one, and shows it.</summary>
    public Task<Reading<(StoredKey Key, string Shown)>> Add(KeyRequest asked, CancellationToken cancel) => InTurn<(StoredKey, string)>(async () =>
    {
        if ((await keys.All(cancel)).Any(key => key.Name == asked.Id)) return AccessProblems.NameTaken;
        var shown = ApiKey.Create();
        var key = new StoredKey(asked.Id, ApiKey.Hash(shown), asked.Roles, asked.Office.Trim(), Now()) { ExpiresAt = EndOf(asked.ValidUntil) };
        await keys.Save(key, cancel);
        return (key, shown);
    }, cancel);

    /// <summary>
    /// Puts another key in the place of one: same name, office, roles and end. The one before opens nothing any more, and who signed in by it is signed out.
    /// </summary>
    public Task<Reading<(StoredKey Key, string Shown)>> Rotate(string name, CancellationToken cancel) => InTurn<(StoredKey, string)>(async () =>
    {
        var found = await Find(name, cancel);
        if (found.Problem is { } problem) return problem;
        if (!found.Value.IsValid(time.GetUtcNow())) return AccessProblems.KeyHasEnded;
        var shown = ApiKey.Create();
        var key = found.Value with { Hash = ApiKey.Hash(shown), CreatedAt = Now() };
        await Change(found.Value, key, cancel);
        return (key, shown);
    }, cancel);

    /// <summary>Gives one another end; one that has expired opens again.</summary>
    public Task<Reading<StoredKey>> Expire(string name, DateOnly? validUntil, CancellationToken cancel) => InTurn<StoredKey>(async () =>
    {
        var found = await Find(name, cancel);
        if (found.Problem is { } problem) return problem;
        if (found.Value.RevokedAt is not null) return AccessProblems.KeyHasEnded;
        var key = found.Value with { ExpiresAt = EndOf(validUntil) };
        if (key.ExpiresAt is { } end && await LocksOut(found.Value, end, cancel)) return AccessProblems.LastAdmin;
        await Change(found.Value, key, cancel);
        return key;
    }, cancel);

    /// <summary>Revokes one, for ever. One that is revoked stays as it is.</summary>
    public Task<Reading<StoredKey>> Revoke(string name, CancellationToken cancel) => InTurn<StoredKey>(async () =>
    {
        var found = await Find(name, cancel);
        if (found.Problem is not null || found.Value.RevokedAt is not null) return found;
        var key = found.Value with { RevokedAt = Now() };
        if (await LocksOut(found.Value, key.RevokedAt.Value, cancel)) return AccessProblems.LastAdmin;
        await Change(found.Value, key, cancel);
        return key;
    }, cancel);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task Change(StoredKey before, StoredKey after, CancellationToken cancel)
    {
        await keys.Save(after, cancel);
        known.Forget();
        if (!after.IsValid(time.GetUtcNow()) || !after.Hash.SequenceEqual(before.Hash)) await sessions.EndAllOf(before.Hash, cancel);
    }

    /// <summary>
    /// A key of an admin that opens something now would end sooner, and no other is in force without a last day: one day nobody could make keys.
    /// </summary>
    private async Task<bool> LocksOut(StoredKey before, DateTimeOffset end, CancellationToken cancel) =>
        IsAdmin(before) && before.IsValid(time.GetUtcNow()) && (before.ExpiresAt is not { } last || end < last)
        && !(await All(cancel)).Any(key => key.Name != before.Name && IsAdmin(key) && key is { ExpiresAt: null, RevokedAt: null });

    private static bool IsAdmin(StoredKey key) => key.Roles.Contains(Role.Admin, StringComparer.Ordinal);

    private async Task<Reading<T>> InTurn<T>(Func<Task<Reading<T>>> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>As exactly as it is kept.</summary>
    private DateTimeOffset Now() => RecordedEvent.Instant(RecordedEvent.Format(time.GetUtcNow()));

    /// <summary>Midnight after the last day.</summary>
    private static DateTimeOffset? EndOf(DateOnly? last) => last is { } day ? VietnamTime.EndOf(day).AddTicks(1).ToUniversalTime() : null;
}
