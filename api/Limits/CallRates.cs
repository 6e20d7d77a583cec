using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace CityGrains.Api.Limits;

/// <summary>
/// How often each caller has come lately: a bucket of tokens for each key, and one for each address of those nobody knows. Buckets nobody uses are forgotten.
/// </summary>
internal sealed class CallRates(RequestLimits limits) : IDisposable
{
    private const int Steps = 10;

    private readonly PartitionedRateLimiter<HttpContext> _callers = PartitionedRateLimiter.Create<HttpContext, string>(http => http.User.FindFirstValue(ClaimTypes.Name) is { } name
        ? Bucket("key " + name, limits.PerKey) : Bucket("address " + Network(http), limits.PerAddress));

    private readonly PartitionedRateLimiter<HttpContext> _signIns = PartitionedRateLimiter.Create<HttpContext, string>(http => limits.SignInsPerMinute == 0
        ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter(Network(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.SignInsPerMinute, TokensPerPeriod = limits.SignInsPerMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0,
            AutoReplenishment = false,
        }));

    /// <summary>Seconds to wait; null when the request is within its bounds.</summary>
    public int? Exceeded(HttpContext http, bool signsIn) => Wait(_callers, http) ?? (signsIn ? Wait(_signIns, http) : null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _callers.Dispose();
        _signIns.Dispose();
    }

    private static int? Wait(PartitionedRateLimiter<HttpContext> rates, HttpContext http)
    {
        using var lease = rates.AttemptAcquire(http);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
    }

    /// <summary>Filled ten times a second, where that is at least one token each time.</summary>
    private static RateLimitPartition<string> Bucket(string name, int perSecond) => perSecond == 0
        ? RateLimitPartition.GetNoLimiter(name)
        : RateLimitPartition.GetTokenBucketLimiter(name, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * RequestLimits.BurstSeconds, QueueLimit = 0, AutoReplenishment = false,
            TokensPerPeriod = perSecond < Steps ? perSecond
                : perSecond / Steps, ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond < Steps ? 1 : 1.0 / Steps),
        });

    /// <summary>The address; of IPv6 the network of 64 bits, which one subscriber has whole.</summary>
    private static string Network(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 ? new IPNetwork(Masked(address), 64).ToString() : address.ToString();
    }

    private static IPAddress Masked(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
