using System.Net;
using System.Security.Cryptography;
using CityGrains.Api.Access;
using CityGrains.Api.Access.Oidc;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.SignIn;

/// <summary>One server that trusts one provider, both real and on this machine.</summary>
public sealed class TrustingServer : IAsyncLifetime
{
    internal Issuer Issuer { get; private set; } = null!;

    internal ApiServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await Issuer.Start();
        Server = new ApiServer(services => services.AddOidc(new OidcOptions(new Uri(Issuer.Name), "citygrains")
        {
            RoleClaim = "groups", Roles = new Dictionary<string,
            string>(StringComparer.Ordinal) { ["fa-officers"] = Role.Officer, ["fa-heads"] = Role.Approver },
        }));
        await Server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

public class TokensOfAProvider(TrustingServer trusting) : IClassFixture<TrustingServer>
{
    private readonly Issuer _issuer = trusting.Issuer;
    private readonly ApiServer _server = trusting.Server;

    private DateTimeOffset Now => _server.Clock.GetUtcNow();

    [Fact]
    public async Task A_good_token_is_a_caller_of_its_name_office_and_mapped_roles()
    {
        using var nam = _server.With(_issuer.Token(Now));
        var id = (await nam.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        var first = (await nam.Get($"/api/v1/agreements/{id}/history")).Json.GetProperty("items")[0];
        Assert.Equal(("Trần Văn Nam", "Sở Ngoại vụ Sơn La"), (first.GetProperty("actor").GetString(), first.GetProperty("office").GetString()));
        Assert.Equal("access/role-missing", (await nam.Post($"/api/v1/agreements/{id}/reject-signing", Bodies.Example("reject-signing"))).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/other-office", (await nam.Post("/api/v1/agreements", Bodies.Proposal().Replace("Sở Ngoại vụ Sơn La", "Sở Ngoại vụ Nghệ An", StringComparison.Ordinal))).Expect(HttpStatusCode.Forbidden).Problem);
        (await _server.Admin.Get("/api/v1/about")).Expect(HttpStatusCode.OK); // keys go on as before
    }

    [Fact]
    public async Task A_token_that_is_not_good_opens_nothing_and_is_told_why()
    {
        using var foreign = RSA.Create(2048);
        var good = _issuer.Token(Now);
        foreach (var (token, code) in new[]
                 {
                     (_issuer.Token(Now, claims => claims["iss"] = "https://login.example"), "access/wrong-issuer"),
                     (_issuer.Token(Now, claims => claims["aud"] = "another-program"), "access/wrong-audience"),
                     (_issuer.Token(Now, claims => claims["exp"] = Now.AddMinutes(-2).ToUnixTimeSeconds()), "access/token-not-valid-now"),
                     (_issuer.Token(Now, claims => claims["nbf"] = Now.AddMinutes(2).ToUnixTimeSeconds()), "access/token-not-valid-now"),
                     (_issuer.Token(Now, claims => claims.Remove("exp")), "access/token-not-valid-now"),
                     (_issuer.Token(Now, algorithm: "none"), "access/bad-signature"),
                     (_issuer.Token(Now, algorithm: "HS256"), "access/bad-signature"),
                     (_issuer.Token(Now, key: foreign), "access/bad-signature"),
                     (good[..^8] + "AAAAAAAA", "access/bad-signature"),
                     (_issuer.Token(Now, claims => claims.Remove("office")), "access/token-incomplete"),
                     (_issuer.Token(Now, claims => claims["groups"] = "strangers"), "access/token-incomplete"),
                     (_issuer.Token(Now, claims => claims["preferred_username"] = "a\nb"), "access/token-incomplete"),
                 })
        {
            using var caller = _server.With(token);
            var answer = (await caller.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
            Assert.Equal(code, answer.Problem);
            Assert.Contains("invalid_token", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_browser_behind_a_proxy_changes_nothing_by_a_page_of_another_site()
    {
        using var nam = _server.With(_issuer.Token(Now));
        Assert.Equal("access/no-form-token", (await nam.Post("/api/v1/agreements", Bodies.Proposal(), ("Origin", "https://evil.example"))).Expect(HttpStatusCode.Forbidden).Problem);
        (await nam.Post("/api/v1/agreements", Bodies.Proposal(), ("Origin", _server.Url.OriginalString.TrimEnd('/')))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_provider_that_signs_with_another_key_is_asked_for_it()
    {
        await using var issuer = await Issuer.Start();
        await using var server = new ApiServer(services => services.AddOidc(new OidcOptions(new Uri(issuer.Name), "citygrains") { RoleClaim = "groups", Roles = new Dictionary<string, string>(StringComparer.Ordinal) { ["fa-officers"] = Role.Officer } }));
        await server.InitializeAsync();
        var old = issuer.Token(Now);
        using var before = server.With(old);
        (await before.Get("/api/v1/about")).Expect(HttpStatusCode.OK);

        issuer.Rotate();
        using var after = server.With(issuer.Token(Now));
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while ((await after.Get("/api/v1/about")).Code != HttpStatusCode.OK) Assert.True(DateTime.UtcNow < deadline, "the new key was not asked for");
    }

    [Theory]
    [InlineData("Issuer", "http://login.example")]
    [InlineData("Issuer", "login")]
    [InlineData("Audience", "")]
    [InlineData("Roles:staff", "king")]
    public void What_is_configured_wrong_is_told_at_start(string name, string value)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal) { ["CityGrains:Oidc:Issuer"] = "https://login.example",
            ["CityGrains:Oidc:Audience"] = "citygrains", [$"CityGrains:Oidc:{name}"] = value };
        var settings = Given.Settings([.. given.Select(one => (one.Key, one.Value))]);
        OidcOptions.From(settings);
        Assert.Contains("CityGrains__Oidc__", Assert.Single(settings.Faults).En, StringComparison.Ordinal);
        Assert.Null(OidcOptions.From(Given.Settings()));
    }
}
