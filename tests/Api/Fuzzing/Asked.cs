using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>A request as it goes over the wire, spelled by <see cref="Spelling"/>; as a line of JSON it can be kept, and sent again.</summary>
/// <param name="Send">The request line, <c>POST /api/v1/cities HTTP/1.1</c>.</param>
/// <param name="Headers">Lines of the head, <c>Content-Type: application/json</c>; host, key and length are added where they are not said.</param>
/// <param name="Body">The body.</param>
internal sealed record Asked(string Send, IReadOnlyList<string> Headers, string Body = "")
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Who asks: admin, approver, officer, leader, stranger (a key nobody gave) or nobody.</summary>
    public string As { get; init; } = "admin";

    public string Method => Send.Split(' ')[0];

    public string Target => Send.Split(' ') is [_, var target, ..] ? target : "";

    /// <summary>It says itself how long it is, which need not be so.</summary>
    public bool FramesItself => Says("Content-Length") || Says("Transfer-Encoding");

    public static Asked Of(string method, string target, string body = "", params string[] headers) => new($"{method} {target} HTTP/1.1", headers, body);

    public static Asked Parse(string line) => JsonSerializer.Deserialize<Asked>(line, Plain)!;

    /// <summary>With a header line in the place of those of the same name.</summary>
    public Asked With(string header) => this with { Headers = [.. Headers.Where(line => NameOf(line) != NameOf(header)), header] };

    public string? Header(string name) =>
        Headers.FirstOrDefault(line => NameOf(line) == NameOf(name)) is { } line ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : null;

    public byte[] Bytes(Uri server, string? key)
    {
        var body = Spelling.Bytes(Body);
        var head = new StringBuilder($"{Send}\r\n");
        if (!Says("Host")) head.Append(CultureInfo.InvariantCulture, $"Host: {server.Authority}\r\n");
        if (key is not null && !Says("Authorization")) head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {key}\r\n");
        foreach (var line in Headers) head.Append(line).Append("\r\n");
        if (!FramesItself && (body.Length > 0 || Method is not ("GET" or "HEAD"))) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return [.. Spelling.Bytes(head.Append("\r\n").ToString()), .. body];
    }

    /// <summary>The line that repeats it.</summary>
    public override string ToString() => JsonSerializer.Serialize(new { As, Send, Headers, Body }, Plain);

    private bool Says(string name) => Headers.Any(line => NameOf(line) == NameOf(name));

    private static string NameOf(string line) => line.Split(':')[0].Trim().ToUpperInvariant();
}
