using System.Net;
using CityGrains.Api.Limits;
using CityGrains.Api.Startup;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>Where a request came from, as proxies say: believed from those that are known, and nobody else.</summary>
public class Forwarded
{
    private static readonly ApiOptions Few = new(Port: 0, "", Store: null, Sample: false) { Limits = new RequestLimits { PerAddress = 1 } };

    [Fact]
    public async Task A_known_proxy_says_who_asks_so_that_each_address_has_its_own_measure()
    {
        await using var server = await ServedWith.Start(options => options with { Limits = Few.Limits, Proxies = [IPNetwork.Parse("127.0.0.1/32")] });
        using var nobody = server.Nobody;
        await Exhaust(nobody, "203.0.113.7");
        (await nobody.Get("/api/v1/about", ("X-Forwarded-For", "203.0.113.8"))).Expect(HttpStatusCode.Unauthorized);
        (await nobody.Get("/api/v1/about", ("X-Forwarded-For", "198.51.100.1, 203.0.113.7")))
            .Expect(HttpStatusCode.TooManyRequests); // what the client wrote itself, before what the proxy saw
    }

    [Fact]
    public async Task Whoever_is_no_known_proxy_is_counted_by_its_own_address_whatever_it_says()
    {
        await using var server = await ServedWith.Start(options => options with { Limits = Few.Limits, Proxies = [IPNetwork.Parse("10.0.0.0/8")] });
        using var nobody = server.Nobody;
        await Exhaust(nobody, "203.0.113.7");
        (await nobody.Get("/api/v1/about", ("X-Forwarded-For", "203.0.113.8"))).Expect(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("127.0.0.1/32", "https")]
    [InlineData("10.0.0.0/8", "http")]
    [InlineData(null, "http")]
    public async Task Links_and_cookies_go_by_the_encryption_a_known_proxy_tells_of(string? proxy, string scheme)
    {
        await using var server = await ServedWith.Start(
            options => options with { Listen = IPAddress.Any, Proxies = proxy is null ? [] : [IPNetwork.Parse(proxy)] });
        var made = (await server.Admin.Post("/api/v1/keys/admin/links", "", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example")))
            .Expect(HttpStatusCode.Created);
        var url = new Uri(made.Json.GetProperty("url").GetString()!);
        Assert.Equal((scheme, "127.0.0.1"), (url.Scheme, url.Host));

        var form = await server.Nobody.Get("/sign-in", ("X-Forwarded-Proto", "https"));
        Assert.Equal(scheme == "https", form.Headers["Set-Cookie"].Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(scheme == "https", form.Headers.ContainsKey("Strict-Transport-Security"));
    }

    private static async Task Exhaust(Caller nobody, string address)
    {
        for (var i = 0; i < 100; i++)
        {
            if ((await nobody.Get("/api/v1/about", ("X-Forwarded-For", address))).Code == HttpStatusCode.TooManyRequests) return;
        }

        throw new InvalidOperationException("The address was never held to its measure.");
    }
}
