using Microsoft.AspNetCore.HttpOverrides;

namespace CityGrains.Api.Startup;

/// <summary>
/// Where a request came from, as the proxies in front say: by X-Forwarded-For and X-Forwarded-Proto, from known proxies alone, however many there are in a row.
/// Without any, the headers mean nothing. The host's name is nobody's to forward: a proxy hands on Host as it came.
/// </summary>
internal static class Forwarding
{
    public static IServiceCollection AddForwarding(this IServiceCollection services,
        IReadOnlyList<System.Net.IPNetwork> proxies) => services.Configure<ForwardedHeadersOptions>(forwarded =>
    {
        forwarded.KnownProxies.Clear(); // the framework believes this machine itself unasked
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) forwarded.KnownIPNetworks.Add(proxy);
        forwarded.ForwardedHeaders = proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        forwarded.ForwardLimit = null; // as far as they are known
    });
}
