using System.Net;
using System.Net.Sockets;

namespace CityGrains.Silo.Webhooks;

/// <summary>
/// Which addresses may be told: public ones over TLS, and those of the networks the operator allows. All others lead into the office's own network, to this
/// machine, or to the metadata of a cloud (IANA special-purpose address registries, RFC 6890; server-side request forgery).
/// </summary>
public sealed class ReceiverAddresses(WebhookOptions options)
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32", // a public number that a cloud answers from within
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>All public addresses of version 6 lie in it.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>True when an address may be connected to.</summary>
    public bool Allows(IPAddress address, bool encrypted) => IsConfigured(address) || (encrypted && IsPublic(address));

    /// <summary>The operator allows its network.</summary>
    public bool IsConfigured(IPAddress address) => options.Allow.Any(network => network.Contains(Actual(address)));

    /// <summary>Anybody on the internet may have it.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var actual = Actual(address);
        return (actual.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(actual)) && !NotPublic.Any(network => network.Contains(actual));
    }

    /// <summary>An address of version 4 may be written as one of version 6.</summary>
    private static IPAddress Actual(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
