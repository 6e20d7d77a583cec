using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Reading;

/// <summary>What pages say: the files <c>texts.json</c> beside them, each key with its Vietnamese and its English.</summary>
internal static class Wording
{
    private const string Files = "texts/";

    /// <summary>Every key with both languages.</summary>
    public static FrozenDictionary<string, Sentence> All { get; } = Read();

    /// <summary>The words of a key.</summary>
    /// <exception cref="KeyNotFoundException">No file has it; a test finds that before a reader does.</exception>
    public static Sentence Of(string key) =>
        All.TryGetValue(key, out var words) ? words : throw new KeyNotFoundException($"No texts.json has the key '{key}'.");

    private static FrozenDictionary<string, Sentence> Read()
    {
        var all = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        var program = Assembly.GetExecutingAssembly();
        foreach (var file in program.GetManifestResourceNames().Where(name => name.StartsWith(Files, StringComparison.Ordinal)))
        {
            using var stream = program.GetManifestResourceStream(file)!;
            using var texts = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowDuplicateProperties = false });
            foreach (var text in texts.RootElement.EnumerateObject())
            {
                if (!all.TryAdd(text.Name, new Sentence(In("vi", text.Value), In("en", text.Value))))
                    throw new FormatException($"{file}: the key '{text.Name}' is in another file too.");
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string In(string language, JsonElement text) => text.GetProperty(language).GetString()!;
}
