using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityGrains.Silo;

namespace CityGrains.Cli.Supply;

/// <summary>What the program is made of, as CycloneDX 1.5 JSON (ECMA-424). The same packages give the same bytes.</summary>
internal static class BillOfMaterials
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<LockedPackage> packages)
    {
        var own = $"pkg:generic/citygrains@{About.Version}";
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.5",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = own, ["name"] = "CityGrains",
                ["version"] = About.Version, ["licenses"] = Licences("MIT") } },
            ["components"] = new JsonArray([.. packages.Select(Component)]),
            ["dependencies"] = new JsonArray(
                [Needs(own, packages.Select(package => package.Purl)), .. packages.Select(package => Needs(package.Purl, package.Needs))]),
        }.ToJsonString(Written) + "\n";
    }

    private static JsonObject Component(LockedPackage package)
    {
        var component = new JsonObject { ["type"] = "library", ["bom-ref"] = package.Purl, ["name"] = package.Name, ["version"] = package.Version,
            ["purl"] = package.Purl };
        if (package.Licence.Length > 0) component["licenses"] = Licences(package.Licence);
        if (package.ContentHash is { } hash) component["properties"] = new JsonArray(new JsonObject { ["name"] = "nuget:contentHash", ["value"] = hash });
        return component;
    }

    private static JsonArray Licences(string licence) => licence.StartsWith("http", StringComparison.Ordinal)
        ? [new JsonObject { ["license"] = new JsonObject { ["name"] = "as its author writes", ["url"] = licence } }]
            : [new JsonObject { ["expression"] = licence }];

    private static JsonObject Needs(string of, IEnumerable<string> needs) =>
        new JsonObject { ["ref"] = of, ["dependsOn"] = new JsonArray([.. needs.Select(one => (JsonNode?)one)]) };
}
