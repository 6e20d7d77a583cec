using System.Text.Json;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Json;

/// <summary>Finds escapes that spell no text: half of a surrogate pair, or NUL. Without a backslash there is none.</summary>
internal static class JsonStrings
{
    /// <summary>The problem with the first such string; null when there is none.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static Problem? FirstBroken(ReadOnlySpan<byte> json)
    {
        if (!json.Contains((byte)'\\')) return null;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 32 });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            if (Unescaped(ref reader) is not { } text) return BodyProblems.HalfACharacter(reader.TokenStartIndex);
            if (text.Contains('\0', StringComparison.Ordinal)) return BodyProblems.Nul(reader.TokenStartIndex);
        }

        return null;
    }

    /// <summary>The reader tells a lone surrogate by this exception only.</summary>
    private static string? Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
