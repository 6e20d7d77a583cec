using CityGrains.Api.Access;

namespace CityGrains.Api.Startup;

/// <summary>
/// What the first start says of the keys it made. It shows them, once; where what a program says is kept, by systemd or a container, longer and for more eyes
/// than a key may be seen, it says where they lie.
/// </summary>
/// <param name="folder">The data folder.</param>
/// <param name="shows">It shows them.</param>
internal sealed class FirstKeys(string folder, bool shows)
{
    /// <summary>The lines.</summary>
    /// <param name="admin">The admin key, where one was made.</param>
    /// <param name="link">Makes the link that signs in by it.</param>
    /// <param name="approver">The second key, where one was made.</param>
    public async Task<IReadOnlyList<string>> Lines(string? admin, Func<string, Task<string>> link, string? approver)
    {
        var lines = new List<string>();
        if (admin is not null) lines.Add(Told("admin", AdminKey.FileName, admin));
        if (admin is not null && shows) lines.Add($"sign in by browser, once, within an hour: {await link(admin)}");
        if (approver is not null) lines.Add(Told("approver", ApproverKey.FileName, approver));
        return lines;
    }

    private string Told(string name, string file, string key) =>
        shows ? $"{name} key (shown once, kept in {Path.Combine(folder, file)}): {key}" : $"{name} key: in {Path.Combine(folder, file)}";
}
