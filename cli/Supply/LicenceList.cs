namespace CityGrains.Cli.Supply;

/// <summary>The licences of what the program is shipped with: docs/licences.md.</summary>
internal static class LicenceList
{
    private const string Begins = """
        # Licences

        CityGrains is under the [MIT licence](../LICENSE). It is shipped with these, each under its own. Made by `./citygrains sbom --licences docs/licences.md` from the lock files of the embedded runtime
        and what each package says of itself; on Microsoft Orleans, its packages (MIT) come in addition.

        | package | version | licence |
        |---|---|---|

        """;

    public static string Of(IReadOnlyList<LockedPackage> packages) =>
        Begins.ReplaceLineEndings("\n") + string.Concat(
            packages.Select(package => $"| {package.Name} | {package.Version} | {(package.Licence.Length > 0 ? package.Licence : "not said")} |\n"));
}
