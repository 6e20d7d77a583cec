using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>
/// A connection to the server that sends bytes as they are given, since a client that knows HTTP would mend most of what is wrong with them. Opened anew where
/// the server closed it.
/// </summary>
internal sealed class Line(Uri server) : IDisposable
{
    /// <summary>How long an answer may take. Who says a wrong length himself waits for something in vain, and not for long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Impatience = TimeSpan.FromMilliseconds(100);

    private readonly byte[] _read = new byte[64 * 1024];
    private Socket? _socket;
    private int _from, _to;

    /// <summary>The answer; null where the server hung up without one, or none came. A connection it closed since the last answer is opened again.</summary>
    public async Task<Heard?> Send(Asked asked, string? key)
    {
        if (asked.FramesItself) Dispose();
        var isOld = _socket is not null;
        return await Once(asked, key) ?? (isOld ? await Once(asked, key) : null);
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Heard?> Once(Asked asked, string? key)
    {
        if (_socket is null) await Connect();
        using var limit = new CancellationTokenSource(asked.FramesItself ? Impatience : Patience);
        try
        {
            await Write(asked.Bytes(server, key), limit.Token);
            var heard = await Read(asked.Method, limit.Token);
            if (asked.FramesItself || heard.Status is 101 || heard["Connection"] is "close" || heard.MediaType is "text/event-stream") Dispose();
            return heard;
        }
        catch (Exception gone) when (gone is SocketException or EndOfStreamException or OperationCanceledException)
        {
            Dispose();
            return gone is OperationCanceledException && !asked.FramesItself ? throw new TimeoutException($"No answer in {Patience}: {asked}", gone) : null;
        }
    }

    private async Task Connect()
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        (_from, _to) = (0, 0);
        await _socket.ConnectAsync(server.Host, server.Port);
    }

    private async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[await _socket!.SendAsync(bytes, cancel)..];
        }
        catch (SocketException)
        {
            // A server that has heard enough answers and hangs up: what it said can be read still, and if nothing, reading fails.
        }
    }

    private async Task<Heard> Read(string method, CancellationToken cancel)
    {
        int status;
        ILookup<string, string> headers;
        do
        {
            status = int.Parse((await ReadLine(cancel)).Split(' ')[1], CultureInfo.InvariantCulture);
            var lines = new List<string[]>();
            while (await ReadLine(cancel) is { Length: > 0 } line) lines.Add(line.Split(": ", 2));
            headers = lines.ToLookup(line => line[0], line => line[^1], StringComparer.OrdinalIgnoreCase);
        }
        while (status == 100);

        var hasBody = method != "HEAD" && status is not (204 or 304)
            && headers["Content-Type"].FirstOrDefault()?.StartsWith("text/event-stream", StringComparison.Ordinal) is not true;
        return new Heard(status, headers, hasBody ? await ReadBody(headers, cancel) : []);
    }

    private async Task<byte[]> ReadBody(ILookup<string, string> headers, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        if (headers["Content-Length"].FirstOrDefault() is { } length) await Copy(body, int.Parse(length, CultureInfo.InvariantCulture), cancel);
        else if (headers["Transfer-Encoding"].Any())
        {
            while (int.Parse(await ReadLine(cancel), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var chunk)
            {
                await Copy(body, chunk, cancel);
                await ReadLine(cancel);
            }

            await ReadLine(cancel);
        }
        else if (headers["Connection"].Contains("close"))
        {
            while (_from < _to || await Fill(cancel)) await Copy(body, _to - _from, cancel);
        }

        return body.ToArray();
    }

    private async Task<string> ReadLine(CancellationToken cancel)
    {
        using var line = new MemoryStream();
        while (true)
        {
            if (_from == _to && !await Fill(cancel)) throw new EndOfStreamException();
            var end = _read.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            var part = _read.AsMemory(_from, end < 0 ? _to - _from : end);
            line.Write(part.Span);
            _from += end < 0 ? part.Length : end + 1;
            if (end >= 0) return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r');
        }
    }

    private async Task Copy(MemoryStream to, int count, CancellationToken cancel)
    {
        while (count > 0)
        {
            if (_from == _to && !await Fill(cancel)) throw new EndOfStreamException();
            var part = Math.Min(count, _to - _from);
            to.Write(_read, _from, part);
            (_from, count) = (_from + part, count - part);
        }
    }

    private async Task<bool> Fill(CancellationToken cancel)
    {
        (_from, _to) = (0, await _socket!.ReceiveAsync(_read, cancel));
        return _to > 0;
    }
}
