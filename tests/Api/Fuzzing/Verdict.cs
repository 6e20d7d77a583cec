using System.Globalization;
using System.Text.Json;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>What every answer must be, whatever was asked.</summary>
internal static class Verdict
{
    /// <summary>A stated limit: come again. And what HTTP itself says to a version of it that nobody speaks.</summary>
    private static readonly (int, string?)[] Allowed = [(503, "server/busy"), (505, "request/http-version-not-supported")];

    private static readonly string[] Inside = ["   at ", "Exception", "CityGrains.", "Npgsql", "SQLite", "System."];

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public static string? Wrong(Asked asked, Heard heard)
    {
        if (heard.Status >= 500 && !(asked.Method == "HEAD" && heard.Status == 505) && !Allowed.Contains((heard.Status, heard.Code))) return "the server failed";
        if (asked.Method == "HEAD") return null;
        if (heard.Status < 400) return heard.Status is 200 && heard.MediaType is "application/json" ? Unreadable(heard) : null;
        return heard.MediaType switch
        {
            "application/problem+json" => Unreadable(heard) ?? Wrong(heard, heard.Json),
            "text/html" when !asked.Target.StartsWith("/api", StringComparison.OrdinalIgnoreCase) => Told(heard.Text),
            var other => $"a refusal is no problem document but {other ?? "nothing"}",
        };
    }

    private static string? Wrong(Heard heard, JsonElement problem)
    {
        var code = Text("code");
        if (Text("type") != ProblemDocument.TypePrefix + code || !code.Contains('/', StringComparison.Ordinal)) return "type and code do not fit";
        if (problem.GetProperty("status").GetInt32() != heard.Status) return "the status is another";
        if (Text("title").Length == 0 || Text("traceId").Length == 0) return "no title, or no traceId";
        if (Text("vi").Trim().Length < 2 || Text("en").Trim().Length < 2 || Text("vi") == Text("en") || (Text("detail") != Text("vi") && Text("detail") != Text("en")))
            return "no sentence in each language";
        if (code.EndsWith("/invalid", StringComparison.Ordinal) && !problem.TryGetProperty("errors", out _)) return "no field is named";
        if (problem.TryGetProperty("errors", out var errors) && errors.EnumerateArray().Any(Silent)) return "a fault has no field or no sentence";
        return heard.Status switch
        {
            405 when heard["Allow"] is null => "405 without Allow",
            401 when heard["WWW-Authenticate"] is null => "401 without WWW-Authenticate",
            429 or 503 when !int.TryParse(heard["Retry-After"], CultureInfo.InvariantCulture, out _) => "no Retry-After",
            _ => Told(Text("en")),
        };

        string Text(string name) => problem.GetProperty(name).GetString()!;
    }

    private static bool Silent(JsonElement error) =>
        error.GetProperty("vi").GetString() is not { Length: > 0 } vi || error.GetProperty("en").GetString() is not { Length: > 0 } en || vi == en
            || !error.TryGetProperty("field", out _);

    private static string? Told(string text) =>
        Inside.FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal)) is { } word ? $"the answer tells of the program: {word}" : null;

    private static string? Unreadable(Heard heard)
    {
        try
        {
            _ = heard.Json;
            return null;
        }
        catch (JsonException broken)
        {
            return "the answer is no JSON: " + broken.Message;
        }
    }
}
