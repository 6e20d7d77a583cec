namespace CityGrains.Cli.Supply;

/// <summary>A package that the program is shipped with.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="ContentHash">SHA-512 of its content, base64, as the lock file has it; null for files that come with the sources.</param>
/// <param name="Kind">What kind of package, as package URLs name it: <c>nuget</c> or <c>npm</c>.</param>
internal sealed record LockedPackage(string Name, string Version, string? ContentHash, string Kind = "nuget")
{
    /// <summary>What it needs, by package URL.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Its licence, as SPDX writes it, or the address of its text; empty where its author says none.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Its package URL.</summary>
    public string Purl => $"pkg:{Kind}/{Name}@{Version}";
}
