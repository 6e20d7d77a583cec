using System.Net;
using System.Net.Sockets;

namespace CityGrains.Silo.Webhooks;

/// <summary>Looks a name up.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);

/// <summary>
/// Opens connections to receivers, to addresses that are allowed and no other: the very address that was looked at is connected to, so that a name cannot
/// change its mind in between.
/// </summary>
public sealed class WebhookConnections(ReceiverAddresses addresses, Resolve resolve)
{
    private const int MostHeaderKilobytes = 16, MostDrained = 16 * 1024;

    /// <summary>No redirects, no proxy, no cookies; of an answer hardly more than its status is read.</summary>
    public SocketsHttpHandler NewHandler() => new()
    {
        ConnectCallback = Connect,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = MostHeaderKilobytes,
        MaxResponseDrainSize = MostDrained,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>The addresses of a host, which may be written as one.</summary>
    /// <exception cref="SocketException">Nobody knows the name.</exception>
    public async Task<IPAddress[]> AddressesOf(string host, CancellationToken cancel) =>
        IPAddress.TryParse(host, out var written) ? [written] : await resolve(host, cancel);

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var encrypted = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps;
        var found = await AddressesOf(context.DnsEndPoint.Host, cancel);
        var allowed = found.Where(address => addresses.Allows(address, encrypted)).ToArray();
        if (allowed.Length == 0) throw new AddressRefusedException(context.DnsEndPoint.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host has no address that may be told.</summary>
public sealed class AddressRefusedException(string host) : IOException($"No address of {host} is allowed.");
