using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CityGrains.Api.Json;

namespace CityGrains.Api.Problems;

/// <summary>Writes a problem document (RFC 9457): title and detail in the caller's language, both languages beside them.</summary>
public static class ProblemDocument
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>What every problem's type begins with; its code follows.</summary>
    public const string TypePrefix = "urn:citygrains:problem:";

    /// <summary>Answers a request with a problem.</summary>
    public static Task Write(HttpContext http, Problem problem)
    {
        var vietnamese = Language.IsVietnamese(http.Request);
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.ContentLanguage = vietnamese ? "vi" : "en";
        http.Response.Headers.Vary = "Accept-Language";
        http.Response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (problem.Version is > 0 and var version) http.Response.Headers.ETag = EntityTag.Of(version);
        return JsonResponse.Write(http.Response, (problem, vietnamese, TraceOf(http)), Write, ContentType);
    }

    /// <summary>The document itself, where there is no request to answer.</summary>
    public static byte[] Bytes(Problem problem, bool vietnamese, string trace)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes, ApiJson.Writing);
        Write(writer, (problem, vietnamese, trace));
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, (Problem Problem, bool Vietnamese, string Trace) said)
    {
        var (problem, vietnamese, trace) = said;
        writer.WriteStartObject();
        writer.WriteString("type", TypePrefix + problem.Code);
        writer.WriteString("title", Titles.Of(problem.Status).In(vietnamese));
        writer.WriteNumber("status", problem.Status);
        writer.WriteString("detail", $"{problem.Message.In(vietnamese)} {problem.Remedy.In(vietnamese)}");
        writer.WriteString("code", problem.Code);
        writer.WriteString("vi", $"{problem.Message.Vi} {problem.Remedy.Vi}");
        writer.WriteString("en", $"{problem.Message.En} {problem.Remedy.En}");
        if (problem.Version is { } version) writer.WriteNumber("version", version);
        WriteErrors(writer, problem);
        writer.WriteString("traceId", trace);
        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, Problem problem)
    {
        if (problem.Errors.Count == 0) return;
        writer.WriteStartArray("errors");
        foreach (var fault in problem.Errors.Take(Problem.MostFaults))
        {
            writer.WriteStartObject();
            writer.WriteString("field", fault.Field);
            writer.WriteString("vi", fault.Message.Vi);
            writer.WriteString("en", fault.Message.En);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string TraceOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}
