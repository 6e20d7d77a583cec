using System.Globalization;
using System.Text.Json.Nodes;

namespace CityGrains.Api.Pages.Admin.Offices;

/// <summary>The form of a year of days off: a day and its name on each line, in English after a bar where it has such a name.</summary>
internal static class CalendarForm
{
    /// <summary>Its fields, as refusals name them.</summary>
    public static readonly string[] Fields = ["calendar.year", "calendar.daysOff", "calendar.workedDays", "calendar.announced", "calendar.source", "reason"];

    /// <summary>The body of the command. What cannot be read stays as it was typed, for the API to refuse.</summary>
    public static JsonObject Body(IReadOnlyDictionary<string, string> values)
    {
        var body = new JsonObject
        {
            ["calendar"] = new JsonObject
            {
                ["year"] = int.TryParse(values[Fields[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? JsonValue.Create(year)
                    : JsonValue.Create(values[Fields[0]]),
                ["daysOff"] = new JsonArray([.. Lines(values[Fields[1]]).Select(DayOff)]),
                ["workedDays"] = new JsonArray([.. Lines(values[Fields[2]]).Select(line => (JsonNode)JsonValue.Create(line))]),
                ["announced"] = values[Fields[3]] == "true",
                ["source"] = values[Fields[4]].Trim(),
            },
        };
        if (values[Fields[5]].Trim() is { Length: > 0 } reason) body["reason"] = reason;
        return body;
    }

    private static JsonNode DayOff(string line)
    {
        var day = line.Split([' ', '\t'], 2, StringSplitOptions.TrimEntries);
        var name = (day.Length > 1 ? day[1] : "").Split('|', 2, StringSplitOptions.TrimEntries);
        return new JsonObject { ["day"] = day[0], ["name"] = new JsonObject { ["vi"] = name[0], ["en"] = name[^1] } };
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
