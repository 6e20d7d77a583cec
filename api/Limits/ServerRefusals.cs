using System.IO.Pipelines;
using System.Text;
using CityGrains.Api.Problems;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CityGrains.Api.Limits;

/// <summary>
/// What the web server refuses before this program sees it (no HTTP, a line too long, headers too slow) it answers with a status and no body, and hangs up.
/// Such an answer gets its problem document on the way out, so that every refusal says what is wrong.
/// </summary>
internal static class ServerRefusals
{
    private const string NoBody = "Content-Length: 0\r\n";

    /// <summary>What <see cref="SecurityHeaders"/> puts on every answer of this program.</summary>
    private const string OwnMark = "X-Content-Type-Options";

    /// <summary>Listens with it.</summary>
    public static void TellRefusals(this ListenOptions listen) => listen.Use(next => connection =>
    {
        connection.Transport = new Transport(connection.Transport.Input, new RefusalWriter(connection.Transport.Output, connection.ConnectionId));
        return next(connection);
    });

    /// <summary>The whole answer in the place of a head that the web server wrote by itself; null where it did not.</summary>
    /// <param name="head">What is written next.</param>
    /// <param name="trace">Names the connection.</param>
    public static byte[]? Tell(ReadOnlySpan<byte> head, string trace)
    {
        if (!head.StartsWith("HTTP/1.1 4"u8) && !head.StartsWith("HTTP/1.1 505"u8)) return null;
        var text = Encoding.Latin1.GetString(head);
        if (!text.EndsWith("\r\n\r\n", StringComparison.Ordinal) || !text.Contains(NoBody, StringComparison.Ordinal) || text.Contains(OwnMark, StringComparison.OrdinalIgnoreCase)) return null;

        var problem = GeneralProblems.OfStatus((text[9] - '0') * 100 + (text[10] - '0') * 10 + (text[11] - '0'));
        var body = ProblemDocument.Bytes(problem, vietnamese: false, trace);
        var told = FormattableString.Invariant(
            $"Content-Length: {body.Length}\r\nContent-Type: {ProblemDocument.ContentType}\r\nContent-Language: en\r\nCache-Control: no-store\r\n{OwnMark}: nosniff\r\n");
        return [.. Encoding.Latin1.GetBytes(text.Replace(NoBody, told, StringComparison.Ordinal)), .. body];
    }

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
