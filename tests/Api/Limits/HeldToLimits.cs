using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using CityGrains.Api.Access;
using CityGrains.Api.Limits;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Api.Tests.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CityGrains.Api.Tests.Limits;

/// <summary>A server whose limits are small.</summary>
public sealed class TightServer : IAsyncLifetime
{
    internal ApiServer Server { get; } = new(
        services => services.AddSingleton(new RequestLimits { PerKey = 10, PerAddress = 5, SignInsPerMinute = 4, AtOnce = 40 }));

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

public class HeldToLimits(TightServer tight) : IClassFixture<TightServer>
{
    private const int Idle = 1500;

    private readonly ApiServer _server = tight.Server;

    [Fact]
    public async Task A_key_that_comes_too_often_waits_and_others_do_not()
    {
        using var hasty = await _server.Key("hasty", Role.Leader);
        using var other = await _server.Key("other", Role.Leader);
        var answer = await Until(() => hasty.Get("/api/v1/about"), HttpStatusCode.TooManyRequests);
        Assert.Equal("request/too-many", answer.Problem);
        Assert.InRange(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        (await other.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_is_not_known_is_bounded_by_address_and_known_callers_from_there_are_not()
    {
        using var nobody = _server.With(key: null);
        using var known = await _server.Key("known", Role.Leader);
        Assert.Equal("request/too-many", (await Until(() => nobody.Get("/api/v1/about"), HttpStatusCode.TooManyRequests)).Problem);
        (await known.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public void Attempts_to_sign_in_are_few_and_counted_by_address()
    {
        using var rates = new CallRates(new RequestLimits { SignInsPerMinute = 4 });
        HttpContext From(string address) => new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        for (var i = 0; i < 4; i++) Assert.Null(rates.Exceeded(From("2001:db8::1"), signsIn: true));
        Assert.InRange(rates.Exceeded(From("2001:db8::2"), signsIn: true)!.Value, 1, 60); // the same subscriber
        Assert.Null(rates.Exceeded(From("2001:db8:0:1::1"), signsIn: true));
        Assert.Null(rates.Exceeded(From("2001:db8::1"), signsIn: false));
    }

    [Theory]
    [InlineData("PerKey", "many")]
    [InlineData("AtOnce", "-1")]
    [InlineData("HeaderBytes", "12")]
    public void A_limit_that_is_configured_wrong_is_told_at_start(string name, string value)
    {
        var settings = Given.Settings(($"CityGrains:Limits:{name}", value));
        RequestLimits.From(settings);
        Assert.Contains(name, Assert.Single(settings.Faults).En, StringComparison.Ordinal);
    }

    /// <summary>Fewer than the ten thousand a server takes: test and server share one process and its files.</summary>
    internal static async Task<List<Socket>> Connect(Uri url, int count, string? sends = null)
    {
        var sockets = new List<Socket>();
        for (var i = 0; i < Math.Min(count, Idle); i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(url.Host, url.Port, TestContext.Current.CancellationToken);
            if (sends is not null) await socket.SendAsync(Encoding.ASCII.GetBytes(sends), TestContext.Current.CancellationToken);
            sockets.Add(socket);
        }

        return sockets;
    }

    private static async Task<Answer> Until(Func<Task<Answer>> ask, HttpStatusCode status)
    {
        for (var i = 0; i < 1000; i++)
        {
            if (await ask() is { } answer && answer.Code == status) return answer;
        }

        throw new InvalidOperationException($"Never {status} in 1,000 requests.");
    }
}

/// <summary>On a server of its own: whoever follows the feed is let go a moment after he has hung up.</summary>
public class Crowded(TightServer tight) : IClassFixture<TightServer>
{
    private readonly ApiServer _server = tight.Server;

    [Fact]
    public async Task More_requests_than_can_be_worked_on_are_told_to_come_again_and_health_is_told_still()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = _server.Url };
        var streams = new List<HttpResponseMessage>();
        try
        {
            HttpResponseMessage last;
            do
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/feed/stream", UriKind.Relative));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await _server.Key($"follows {streams.Count}", Role.Leader)).Key);
                streams.Add(last = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
            }
            while (last.StatusCode is HttpStatusCode.OK);

            var busy = await Answer.Read(last);
            Assert.Equal(("server/busy", "1"), (busy.Expect(HttpStatusCode.ServiceUnavailable).Problem, busy.Headers["Retry-After"]));
            Assert.InRange(streams.Count, 2, 41);
            Assert.Equal(
                HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        }
        finally
        {
            foreach (var stream in streams) stream.Dispose();
        }
    }
}

public class UnderSiege(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Idle_connections_and_those_that_send_their_headers_slowly_keep_nobody_else_from_being_served()
    {
        var (idle, slow) = (
            await HeldToLimits.Connect(server.Url, 1500), await HeldToLimits.Connect(server.Url, 300, "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        try
        {
            for (var i = 0; i < 20; i++) (await server.Admin.Get("/api/v1/agreements")).Expect(HttpStatusCode.OK);
        }
        finally
        {
            foreach (var socket in idle.Concat(slow)) socket.Dispose();
        }
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await server.Admin.Get("/api/v1/about", ("X-Long", new string('x', 40_000)))).Code);
        (await server.Admin.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/docs/index.html")]
    [InlineData("/sign-in")]
    [InlineData("/api/v1/about")]
    public async Task Every_answer_forbids_scripts_and_styles_written_into_it(string path)
    {
        var answer = (await server.Admin.Get(path)).Expect(HttpStatusCode.OK);
        var policy = answer.Headers["Content-Security-Policy"];
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=", answer.MediaType == "text/html" ? answer.Text : "");
    }

    [Fact]
    public async Task Nothing_that_opens_anything_is_ever_logged()
    {
        var said = new Listening();
        await using var own = new ApiServer(
            services => services.AddLogging(logging => logging.ClearProviders().AddProvider(said).SetMinimumLevel(LogLevel.Trace)));
        await own.InitializeAsync();
        var key = (await own.Admin.Post("/api/v1/keys", """{"id": "bí mật", "roles": ["leader"], "office": "a"}""")).Expect(HttpStatusCode.Created)
            .Json.GetProperty("key").GetString()!;
        var link = new Uri((await own.Admin.Post("/api/v1/keys/admin/links", "")).Expect(HttpStatusCode.Created).Json.GetProperty("url").GetString()!)
            .AbsolutePath;
        using var browser = new Browser(own.Url);
        (await browser.Submit(link, link)).Expect(HttpStatusCode.SeeOther);
        using var holder = own.With(key);
        (await holder.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
        using var stranger = own.With(key + "x");
        (await stranger.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
        (await stranger.Get($"/api/v1/deadlines.ics?token={key}x")).Expect(HttpStatusCode.Forbidden);

        Assert.NotEmpty(said.Lines);
        Assert.DoesNotContain(said.Lines, line => line.Contains("cg_", StringComparison.Ordinal));
        Assert.DoesNotContain(said.Lines, line => browser.Cookies.Any(cookie => line.Contains(cookie.Value, StringComparison.Ordinal)));
    }
}
