using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access;

/// <summary>The key with all roles that the first start makes, or that the operator sets.</summary>
public sealed class AdminKey(IKeys keys, TimeProvider time)
{
    /// <summary>The variable that sets it.</summary>
    public const string Variable = "CITYGRAINS_ADMIN_KEY";

    /// <summary>The file it is written to, in the data folder.</summary>
    public const string FileName = "admin.key";

    /// <summary>Name and office that events of its bearer are recorded under.</summary>
    internal const string Name = "admin", Office = "admin";

    /// <summary>Sees to it that there is one.</summary>
    /// <param name="set">The key the operator sets; null: one is made if the store has no key at all.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The key that was made, to be shown once; null when none was.</returns>
    public async Task<string?> Ensure(string? set, string folder, CancellationToken cancel = default)
    {
        if (set is not null)
        {
            if (await keys.FindByHash(ApiKey.Hash(set), cancel) is not { Name: Name }) await Save(set, cancel);
            return null;
        }

        if ((await keys.All(cancel)).Count > 0) return null;

        var made = ApiKey.Create();
        KeyFile.Write(Path.Combine(folder, FileName), made);
        await Save(made, cancel);
        return made;
    }

    private Task Save(string key, CancellationToken cancel) => keys.Save(new StoredKey(Name, ApiKey.Hash(key), Role.All, Office, time.GetUtcNow()), cancel);
}
