using System.Text.Json;
using System.Text.Unicode;
using CityGrains.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Json;

/// <summary>The body of a request: its bytes as they came, and the JSON object they spell; or the problem with them.</summary>
public sealed class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private JsonBody(byte[] raw, JsonElement root) => (Raw, Root) = (raw, root);

    private JsonBody(Problem problem) => (Problem, Raw) = (problem, []);

    /// <summary>What is wrong with the body; null when nothing is.</summary>
    public Problem? Problem { get; }

    /// <summary>The bytes as they came.</summary>
    public byte[] Raw { get; }

    /// <summary>The object they spell.</summary>
    public JsonElement Root { get; }

    /// <summary>Reads a body of UTF-8 JSON, at most <see cref="ApiJson.LongestBody"/> bytes.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large, or broke off.</exception>
    public static async ValueTask<JsonBody> Read(HttpRequest request)
    {
        if (!IsJson(request)) return new JsonBody(BodyProblems.NotDeclaredAsJson);

        using var bytes = new MemoryStream(request.ContentLength is > 0 and <= ApiJson.LongestBody and var length ? (int)length : 1024);
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return Parse(bytes.ToArray());
    }

    internal static JsonBody Parse(byte[] raw)
    {
        if (!Utf8.IsValid(raw)) return new JsonBody(BodyProblems.NotUtf8);
        try
        {
            var text = raw.AsMemory(raw.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
            if (JsonStrings.FirstBroken(text.Span) is { } broken) return new JsonBody(broken);
            var root = JsonElement.Parse(text.Span, Strict);
            return root.ValueKind is JsonValueKind.Object ? new JsonBody(raw, root) : new JsonBody(BodyProblems.NotAnObject);
        }
        catch (JsonException cause)
        {
            return new JsonBody(BodyProblems.NotJson(cause));
        }
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
