using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CityGrains.Bench;

/// <summary>
/// One connection that is kept open and asks again and again. A client library would take more of the machine than the server that is measured.
/// </summary>
internal sealed class Connection(Uri server, string key) : IDisposable
{
    private readonly Socket _socket = Connected(server);
    private byte[] _buffer = new byte[64 * 1024];

    /// <summary>Sends a request and reads its answer whole.</summary>
    /// <returns>The status code, and the body; valid until the next request.</returns>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> Ask(string method, string path, string? body = null)
    {
        var content = body is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $"Idempotency-Key: {Guid.CreateVersion7()}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        await _socket.SendAsync(
            Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {key}\r\n{content}\r\n{body}"));

        var got = 0;
        int head;
        while ((head = _buffer.AsSpan(0, got).IndexOf("\r\n\r\n"u8)) < 0) got += await Receive(got);
        var (status, length) = Read(Encoding.ASCII.GetString(_buffer, 0, head));
        if (length is { } known)
        {
            while (got < head + 4 + known) got += await Receive(got);
            return (status, _buffer.AsMemory(head + 4, known));
        }

        while (!_buffer.AsSpan(0, got).EndsWith("0\r\n\r\n"u8)) got += await Receive(got); // chunked; only its size matters here
        return (status, _buffer.AsMemory(head + 4, got - head - 4));
    }

    public void Dispose() => _socket.Dispose();

    private static (int Status, int? Length) Read(string head)
    {
        const string name = "\r\nContent-Length: ";
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return (status, null);
        var value = head[(at + name.Length)..];
        return (status, int.Parse(value.AsSpan(0, value.IndexOf('\r') is >= 0 and var end ? end : value.Length), CultureInfo.InvariantCulture));
    }

    private static Socket Connected(Uri server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(server.Host, server.Port);
        return socket;
    }

    private async ValueTask<int> Receive(int got)
    {
        if (got == _buffer.Length) Array.Resize(ref _buffer, got * 2);
        var more = await _socket.ReceiveAsync(_buffer.AsMemory(got));
        return more > 0 ? more : throw new IOException("The server closed the connection.");
    }
}
