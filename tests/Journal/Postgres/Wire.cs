using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>
/// The wire between a node and its server, which can be cut at the worst moment: after the server has done its work, before the node is told.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly List<TcpClient> _ends = [];
    private readonly List<Task> _flows = [];
    private readonly Task _accepting;
    private volatile bool _answers = true;
    private volatile bool _accepts = true;

    public Wire(string server)
    {
        _server = new NpgsqlConnectionStringBuilder(server);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Connection string over the wire.</summary>
    public string Database => new NpgsqlConnectionStringBuilder(_server.ToString()) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ToString();

    /// <summary>From now on what the server says is lost.</summary>
    public void LoseAnswers() => _answers = false;

    /// <summary>Cuts what is connected.</summary>
    /// <param name="acceptNew">New connections get through again.</param>
    public void Cut(bool acceptNew)
    {
        (_accepts, _answers) = (acceptNew, true);
        lock (_ends)
        {
            foreach (var end in _ends) end.Close();
            _ends.Clear();
        }
    }

    /// <summary>New connections get through again.</summary>
    public void Mend() => _accepts = true;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut(acceptNew: false);
        await _accepting;
        await Task.WhenAll(_flows);
    }

    private async Task Accept()
    {
        while (await Next() is { } node)
        {
            if (!_accepts)
            {
                node.Close();
                continue;
            }

            var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _server.Port);
            lock (_ends) _ends.AddRange([node, server]);
            _flows.Add(Flow(node, server, () => true));
            _flows.Add(Flow(server, node, () => _answers));
        }
    }

    private async Task<TcpClient?> Next()
    {
        try
        {
            return await _listener.AcceptTcpClientAsync();
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static async Task Flow(TcpClient from, TcpClient to, Func<bool> passes)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.GetStream().ReadAsync(bytes)) > 0;)
            {
                if (passes()) await to.GetStream().WriteAsync(bytes.AsMemory(0, count));
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the ends is gone, and so is the other.
        }

        from.Close();
        to.Close();
    }
}
