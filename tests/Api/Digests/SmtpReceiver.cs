using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace CityGrains.Api.Tests.Digests;

/// <summary>A message as it was received.</summary>
internal sealed record Mail(string Sender, IReadOnlyList<string> Recipients, IReadOnlyDictionary<string, string> Headers, string Text);

/// <summary>A real mail server on loopback (RFC 5321), without encryption: it takes every message, unless told not to.</summary>
internal sealed partial class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Mail> _mails = new();
    private readonly ConcurrentQueue<Exception> _troubles = new();
    private readonly Task _accepting;

    public SmtpReceiver()
    {
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Says that it has no room, to every message.</summary>
    public bool IsFull { get; set; }

    public IReadOnlyList<Mail> All
    {
        get
        {
            Assert.Empty(_troubles);
            return [.. _mails];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = Serve(client);
        }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using (client) await Talk(client.GetStream());
        }
        catch (IOException)
        {
            // the client has gone
        }
        catch (Exception trouble)
        {
            _troubles.Enqueue(trouble);
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var (sender, recipients) = ("", new List<string>());
        await writer.WriteLineAsync("220 receiver ESMTP");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb is "MAIL") sender = Address().Match(line).Groups["address"].Value;
            if (verb is "RCPT") recipients.Add(Address().Match(line).Groups["address"].Value);
            await writer.WriteLineAsync(verb switch { "EHLO" => "250-receiver\r\n250 8BITMIME", "DATA" => "354 go on", "QUIT" => "221 bye", "MAIL" or "RCPT" or "RSET" => "250 ok", _ => "502 what" });
            if (verb is "QUIT") return;
            if (verb is not "DATA") continue;
            var lines = new List<string>();
            while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".") lines.Add(text.StartsWith('.') ? text[1..] : text);
            if (!IsFull) _mails.Enqueue(Read(sender, recipients, lines));
            await writer.WriteLineAsync(IsFull ? "452 no room" : "250 taken");
        }
    }

    private static Mail Read(string sender, IReadOnlyList<string> recipients, List<string> lines)
    {
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 998)); // RFC 5322, 2.1.1
        var blank = lines.IndexOf("");
        var unfolded = string.Join('\n', lines[..blank]).Replace("\n ", " ", StringComparison.Ordinal)
            .Replace("\n\t", " ", StringComparison.Ordinal).Split('\n');
        var headers = unfolded.Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => Decoded(pair[1]), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("base64", headers["Content-Transfer-Encoding"]);
        return new Mail(
            sender, [.. recipients], headers, Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines[(blank + 1)..]))).ReplaceLineEndings("\n"));
    }

    /// <summary>Encoded words, RFC 2047; blanks between two of them are none.</summary>
    private static string Decoded(string header) => EncodedWord().Replace(
        BetweenWords().Replace(header, "?==?"), word => word.Groups["encoding"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
            : Uri.UnescapeDataString(word.Groups["text"].Value.Replace('_', ' ').Replace('=', '%')));

    [GeneratedRegex("<(?<address>[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<encoding>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();
}
