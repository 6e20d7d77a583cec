using System.Text.Json;
using CityGrains.Api.Tests.Imports;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>An input that once broke something, kept in a file of its own under <c>Corpus/</c>.</summary>
/// <param name="Why">What it broke.</param>
/// <param name="Asked">The requests, as the fuzzer prints them; the last is the one that counts.</param>
/// <param name="Status">What the last is answered.</param>
/// <param name="Code">The code of its problem; null where it is answered well.</param>
internal sealed record CorpusEntry(string Why, IReadOnlyList<Asked> Asked, int Status, string? Code)
{
    private static string Folder => RealFile.InRepository("tests", "Api", "Fuzzing", "Corpus");

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    public static CorpusEntry Read(string name) =>
        JsonSerializer.Deserialize<CorpusEntry>(File.ReadAllText(Path.Combine(Folder, name + ".json")), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException(name);

    /// <summary>Sends it; says what is wrong with the answer, null when nothing is.</summary>
    public async Task<string?> Replay(Line line, IReadOnlyDictionary<string, string?> keys)
    {
        Heard? heard = null;
        foreach (var asked in Asked)
        {
            heard = await line.Send(asked, keys[asked.As]);
            if (heard is null) return $"the server hung up: {asked}";
            if (Verdict.Wrong(asked, heard) is { } wrong) return $"{wrong}: {asked} {heard.Status} {heard.Text}";
        }

        return heard!.Status == Status && heard.Code == Code ? null : $"expected {Status} {Code}, got {heard.Status} {heard.Text}";
    }
}
