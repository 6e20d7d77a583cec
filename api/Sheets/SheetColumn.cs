using System.Text.Json;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Sheets;

/// <summary>A column of a list as a sheet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where its value stands in an item, in each language: <c>title.vi</c>; a list on the way gives all its values. Empty: it is for people
/// to fill in.</param>
internal sealed record SheetColumn(Sentence Name, Sentence Path)
{
    private const string Between = "; ";

    /// <summary>How a value is written for people, from how JSON has it; null: as it is.</summary>
    public Func<string, bool, string>? Shown { get; init; }

    /// <summary>A column whose value stands in one place.</summary>
    public static SheetColumn Of(string vi, string en, string path) => new(new Sentence(vi, en), new Sentence(path, path));

    /// <summary>Its value in an item.</summary>
    public SheetCell Of(JsonElement item, bool vietnamese)
    {
        var path = vietnamese ? Path.Vi : Path.En;
        if (path.Length == 0) return new SheetCell("");
        var values = At([item], path).ToList();
        if (values is [{ ValueKind: JsonValueKind.Number } number]) return new SheetCell(number.GetRawText(), IsNumber: true);
        var texts = values.Select(value => Text(value, vietnamese));
        return new SheetCell(string.Join(Between, Shown is { } shown ? texts.Select(text => shown(text, vietnamese)) : texts));
    }

    private static IEnumerable<JsonElement> At(IEnumerable<JsonElement> from, string path) => path.Split('.')
        .Aggregate(from, (values, name) => values.SelectMany(Each).Where(value => value.ValueKind is JsonValueKind.Object)
            .Select(value => value.TryGetProperty(name, out var found) ? found : default)).SelectMany(Each)
                .Where(value => value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined));

    private static IEnumerable<JsonElement> Each(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];

    /// <summary>A sentence is read in one of its languages; other things made of parts stay JSON.</summary>
    private static string Text(JsonElement value, bool vietnamese) => value.ValueKind is JsonValueKind.String ? value.GetString()!
        : value.ValueKind is JsonValueKind.Object && value.TryGetProperty(vietnamese ? "vi" : "en", out var sentence)
            && sentence.ValueKind is JsonValueKind.String ? sentence.GetString()!
        : value.GetRawText();
}
