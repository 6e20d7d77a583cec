using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access;

/// <summary>
/// The second key of an installation. Who proposed may not approve, whatever roles a key has, so that one key alone brings no agreement to its signature:
/// the office head holds this one, or whoever works alone holds both, and the record says so.
/// </summary>
public sealed class ApproverKey(IKeys keys, TimeProvider time)
{
    /// <summary>The file it is written to, in the data folder.</summary>
    public const string FileName = "approver.key";

    private const string Name = "approver";

    /// <summary>Makes it where no key but the admin key may approve.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The key that was made, to be shown once; null when none was.</returns>
    public async Task<string?> Ensure(string folder, CancellationToken cancel = default)
    {
        if ((await keys.All(cancel)).Any(key => key.Name != AdminKey.Name && key.Roles.Contains(Role.Approver, StringComparer.Ordinal))) return null;

        var made = ApiKey.Create();
        KeyFile.Write(Path.Combine(folder, FileName), made);
        await keys.Save(new StoredKey(Name, ApiKey.Hash(made), [Role.Approver], AdminKey.Office, time.GetUtcNow()), cancel);
        return made;
    }
}
