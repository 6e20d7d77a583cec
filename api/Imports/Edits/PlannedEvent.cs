using System.Text.Json;
using CityGrains.Api.Commands;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Imports.Edits;

/// <summary>An event that a row would leave.</summary>
/// <param name="Type">Its stable name, <c>city-renamed/1</c>.</param>
/// <param name="OccurredOn">When it happened.</param>
/// <param name="Data">Its facts, JSON.</param>
internal sealed record PlannedEvent(string Type, string OccurredOn, byte[] Data)
{
    private const int LongestValue = 80;

    /// <summary>What would be recorded of something that happened.</summary>
    public static PlannedEvent Of(DomainEvent happened, CommandContext context) => new(
        EventNames.Of(happened), context.DateOf(happened).ToString(), JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), JournalJson.Default));

    /// <summary>What is done, and its values.</summary>
    public Sentence Words
    {
        get
        {
            using var facts = JsonDocument.Parse(Data);
            var values = string.Join("; ", Values(facts.RootElement));
            var words = EventWords.Of(Type) ?? new Sentence(Type, Type);
            return new Sentence($"{words.Vi} ({values})", $"{words.En} ({values})");
        }
    }

    private static IEnumerable<string> Values(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(member => Values(member.Value)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(Values),
        JsonValueKind.String => [at.GetString() is { Length: > LongestValue } text ? text[..LongestValue] + "…" : at.GetString()!],
        JsonValueKind.Number => [at.GetRawText()],
        _ => [],
    };
}
