using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CityGrains.Browser.Tests;

/// <summary>The line between a browser and the server: it can be cut, and mended.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly int _server;
    private readonly int _port;
    private readonly ConcurrentBag<Socket> _open = [];
    private TcpListener? _listener;
    private Task _taking = Task.CompletedTask;

    private Wire(int server, int port) => (_server, _port) = (server, port);

    /// <summary>Where the server is reached by it.</summary>
    public string Url => $"http://127.0.0.1:{_port}";

    /// <summary>One to the server at an address.</summary>
    public static Wire To(string url)
    {
        var wire = new Wire(new Uri(url).Port, EndToEnd.Tests.Server.FreePort());
        wire.Mend();
        return wire;
    }

    /// <summary>From now on it carries.</summary>
    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _taking = Take(_listener);
    }

    /// <summary>From now on it carries nothing, and what it carried is broken off.</summary>
    public async Task Cut()
    {
        _listener?.Dispose();
        while (_open.TryTake(out var socket)) socket.Dispose();
        await _taking;
    }

    public async ValueTask DisposeAsync() => await Cut();

    private async Task Take(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var (browser, server) = (await listener.AcceptSocketAsync(), new Socket(SocketType.Stream, ProtocolType.Tcp));
                _open.Add(browser);
                _open.Add(server);
                await server.ConnectAsync(IPAddress.Loopback, _server);
                _ = Carry(browser, server);
                _ = Carry(server, browser);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private static async Task Carry(Socket from, Socket to)
    {
        var some = new byte[16 * 1024];
        try
        {
            for (var n = await from.ReceiveAsync(some); n > 0; n = await from.ReceiveAsync(some)) await to.SendAsync(some.AsMemory(0, n));
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // It was cut, or one end has gone.
        }
    }
}
