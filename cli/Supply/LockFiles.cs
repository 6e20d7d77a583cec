using System.Text.Json;
using System.Xml.Linq;

namespace CityGrains.Cli.Supply;

/// <summary>Reads what the rooms are shipped with from their lock files, and each package's licence from the package itself.</summary>
internal static class LockFiles
{
    private const string Name = "packages.embedded.lock.json";

    /// <summary>What is shipped; tests and benchmarks are not.</summary>
    private static readonly string[] Rooms = ["domain", "journal", "grains", "embedded", "silo", "api", "cli"];

    /// <summary>Needed to build, and in nothing that is shipped.</summary>
    private static readonly string[] Tools = ["Meziantou.Analyzer"];

    /// <summary>Every package, by name.</summary>
    /// <param name="root">The folder of CityGrains.sln.</param>
    /// <param name="cache">The folder restored packages lie in.</param>
    /// <exception cref="FormatException">A lock file is missing: the sources were never restored with the embedded runtime.</exception>
    public static IReadOnlyList<LockedPackage> Read(string root, string cache)
    {
        var packages = new SortedDictionary<string, LockedPackage>(StringComparer.OrdinalIgnoreCase);
        foreach (var room in Rooms)
        {
            var file = Path.Combine(root, room, Name);
            if (!File.Exists(file))
                throw new FormatException(
                    $"{file} is missing; build once with GRAIN_RUNTIME=embedded. / Thiếu {file}; hãy dựng một lần với GRAIN_RUNTIME=embedded.");
            using var locked = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var target in locked.RootElement.GetProperty("dependencies").EnumerateObject()) Add(packages, target.Value, cache);
        }

        return [.. packages.Values, .. Vendored(root)];
    }

    private static void Add(SortedDictionary<string, LockedPackage> packages, JsonElement target, string cache)
    {
        var resolved = target.EnumerateObject().Where(package => package.Value.TryGetProperty("resolved", out _))
            .ToDictionary(package => package.Name, package => package.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, package) in resolved)
        {
            if (Tools.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            var version = package.GetProperty("resolved").GetString()!;
            var needs = package.TryGetProperty("dependencies", out var dependencies)
                ? dependencies.EnumerateObject().Select(one => one.Name).Where(resolved.ContainsKey)
                : [];
            packages[name] = new LockedPackage(name, version, package.GetProperty("contentHash").GetString())
            {
                Needs = [.. needs.Select(one => $"pkg:nuget/{one}@{resolved[one].GetProperty("resolved").GetString()}").Order(StringComparer.Ordinal)],
                Licence = Licence(cache, name, version),
            };
        }
    }

    /// <summary>What the package says of itself.</summary>
    private static string Licence(string cache, string name, string version)
    {
        var file = Path.Combine(cache, name.ToLowerInvariant(), version.ToLowerInvariant(), name.ToLowerInvariant() + ".nuspec");
        if (!File.Exists(file))
            throw new FormatException($"{name} {version} is not restored here; restore first. / {name} {version} chưa được tải về; hãy restore trước.");
        var about = XDocument.Load(file).Root!.Elements().Single(element => element.Name.LocalName == "metadata").Elements().ToList();
        if (about.Find(element => element.Name.LocalName == "license") is { } said && said.Attribute("type")?.Value == "expression") return said.Value;
        return about.Find(element => element.Name.LocalName == "licenseUrl")?.Value ?? "";
    }

    /// <summary>Files of others in the sources, as the table beside them says: file, from, version, licence.</summary>
    private static IEnumerable<LockedPackage> Vendored(string root) =>
        from line in File.ReadLines(Path.Combine(root, "api", "wwwroot", "charts", "README.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells is [_, ['`', ..], _, _, _, _]
        select new LockedPackage(cells[2].Split('`')[1], cells[3], ContentHash: null, "npm") { Licence = cells[4].Split(' ')[0] };
}
