using System.Text.Json;
using System.Text.RegularExpressions;
using CityGrains.Api.Pages.Parts;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Record;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.History;

/// <summary>
/// An event in the words people use: its text, as <c>Gửi bản sao ngày {sentOn:date}[, văn bản {document}]</c>, with the event's values put in.
/// What stands in brackets is left out where the event does not say it; <c>{opinion:choice}</c> is a word of that family.
/// </summary>
internal static partial class EventSentence
{
    /// <summary>The sentence of an event.</summary>
    /// <param name="reader">Who reads it.</param>
    /// <param name="recorded">The event.</param>
    /// <param name="names">What ids within the record stand for: <c>c1-m1</c>.</param>
    public static string Of(Reader reader, RecordedEvent recorded, IReadOnlyDictionary<string, string> names)
    {
        using var data = JsonDocument.Parse(recorded.Data);
        var facts = data.RootElement;
        var text = reader[$"event.{recorded.Type.Split('/')[0]}"];
        var whole = Optional().Replace(text, part => Fill(part.Groups["text"].Value, mayBeLeftOut: true));
        return Fill(whole, mayBeLeftOut: false);

        string Fill(string template, bool mayBeLeftOut)
        {
            var missing = false;
            var filled = Place().Replace(template, place =>
            {
                var values = Values(reader, facts, place.Groups["path"].Value.Split('.')).Select(value => Said(value, place.Groups["how"].Value)).ToList();
                missing |= values.Count == 0;
                return values.Count == 0 ? "–" : string.Join(", ", values);
            });
            return missing && mayBeLeftOut ? "" : filled;
        }

        string Said(string value, string how) => how switch
        {
            "" => names.GetValueOrDefault(value, value),
            "fact" => ClaimedFacts.Name(reader, value),
            "date" => DateOfRecord.TryParse(value, out var date) ? reader.Date(date) : value,
            "year" => string.Concat(value.Where(char.IsAsciiDigit)), // no thousands
            _ => reader[$"{how}.{JsonNamingPolicy.KebabCaseLower.ConvertName(value)}"],
        };
    }

    private static IEnumerable<string> Values(Reader reader, JsonElement at, ReadOnlyMemory<string> path)
    {
        if (at.ValueKind is JsonValueKind.Array)
        {
            foreach (var value in at.EnumerateArray().SelectMany(item => Values(reader, item, path))) yield return value;
        }
        else if (path.Length > 0)
        {
            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(path.Span[0], out var inner)) yield break;
            foreach (var value in Values(reader, inner, path[1..])) yield return value;
        }
        else if (at.ValueKind is JsonValueKind.Number) yield return at.GetDecimal().ToString("#,0.############", reader.Culture);
        else if (at.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object)) yield return at.ToString();
    }

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(?<path>[A-Za-z.]+)(:(?<how>[a-z]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
