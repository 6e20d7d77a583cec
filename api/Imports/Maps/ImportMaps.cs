using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGrains.Api.Imports.Maps;

/// <summary>The maps there are: those of the program, and those an office adds in its data folder, which win.</summary>
internal sealed class ImportMaps
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly SortedDictionary<string, ImportMap> _maps = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="FormatException">A map is wrong; the message says which and how.</exception>
    public ImportMaps(string folder)
    {
        var program = typeof(ImportMaps).Assembly;
        foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith("import-map/", StringComparison.Ordinal)))
        {
            using var resource = program.GetManifestResourceStream(name)!;
            Add(name, resource);
        }

        var own = Path.Combine(folder, "import-maps");
        if (!Directory.Exists(own)) return;
        foreach (var file in Directory.EnumerateFiles(own, "*.json").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            Add(file, stream);
        }
    }

    /// <summary>Their names, in order.</summary>
    public IEnumerable<string> Names => _maps.Keys;

    /// <summary>All of them, in the order of their names.</summary>
    public IEnumerable<ImportMap> All => _maps.Values;

    /// <summary>The map of that name, if there is one.</summary>
    public ImportMap? Find(string? name) => name is not null && _maps.TryGetValue(name, out var map) ? map : null;

    /// <summary>A map of the program, whatever an office has put in its place.</summary>
    public static ImportMap Shipped(string name)
    {
        using var resource = typeof(ImportMaps).Assembly.GetManifestResourceStream("import-map/" + name)
            ?? throw new ArgumentException($"The program ships no map {name}.", nameof(name));
        return Read(name, resource);
    }

    private void Add(string file, Stream content)
    {
        var map = Read(file, content);
        _maps[map.Name] = map;
    }

    private static ImportMap Read(string file, Stream content)
    {
        try
        {
            var map = JsonSerializer.Deserialize<ImportMap>(content, Json) ?? throw new FormatException($"import map {file} is empty.");
            map.Check();
            return map;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"import map {file} cannot be read: {fault.Message}", fault);
        }
    }
}
