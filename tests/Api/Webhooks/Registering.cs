using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Webhooks;

public class Registering(ApiServer server) : IClassFixture<ApiServer>
{
    /// <summary>Somewhere on the internet; nothing is recorded here, so nothing is sent.</summary>
    private const string Public = "https://198.41.0.4/hook";

    [Fact]
    public async Task The_secret_is_shown_once_and_never_again()
    {
        var registered = (await server.Admin.Post("/api/v1/webhooks", $$"""{"url": "{{Public}}"}""")).Expect(HttpStatusCode.Created);
        var secret = registered.Json.GetProperty("secret").GetString()!;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret[6..]).Length);
        Assert.Equal($"/api/v1/webhooks/{registered.Id}", registered.Location);

        foreach (var path in new[] { registered.Location!, "/api/v1/webhooks", $"{registered.Location}/changes", $"{registered.Location}/deliveries" })
            Assert.DoesNotContain(secret[6..], (await server.Admin.Get(path)).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.False((await server.Admin.Get(registered.Location!)).Json.TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task It_is_registered_listed_disabled_enabled_and_deleted_and_every_change_is_kept()
    {
        (await server.Admin.Post("/api/v1/webhooks", $$"""
            {"id": "cong-du-lieu", "url": "{{Public}}", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "types": ["agreement-signed", "city-registered/1"], "offices": ["Sở Ngoại vụ Sơn La"]}
            """)).Expect(HttpStatusCode.Created);
        Assert.Equal("webhook/id-taken", (await server.Admin.Post("/api/v1/webhooks", $$"""{"id": "cong-du-lieu", "url": "{{Public}}"}""")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Contains("cong-du-lieu", (await server.Admin.Get("/api/v1/webhooks")).Ids);
        Assert.False((await server.Admin.Post("/api/v1/webhooks/cong-du-lieu/disable", "")).Expect(HttpStatusCode.OK).Json.GetProperty("enabled").GetBoolean());
        Assert.True((await server.Admin.Post("/api/v1/webhooks/cong-du-lieu/enable", "")).Expect(HttpStatusCode.OK).Json.GetProperty("enabled").GetBoolean());
        (await server.Admin.Send(HttpMethod.Delete, "/api/v1/webhooks/cong-du-lieu", content: null)).Expect(HttpStatusCode.OK);

        Assert.Equal("webhook/not-found", (await server.Admin.Get("/api/v1/webhooks/cong-du-lieu")).Expect(HttpStatusCode.NotFound).Problem);
        var changes = (await server.Admin.Get("/api/v1/webhooks/cong-du-lieu/changes")).Expect(HttpStatusCode.OK)
            .Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["created", "disabled", "enabled", "deleted"], changes.Select(change => change.GetProperty("what").GetString()));
        Assert.All(changes, change => Assert.Equal("admin", change.GetProperty("actor").GetString()));
        Assert.Equal(Public, changes[0].GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://localhost:8443/x")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://127.1/")]
    [InlineData("https://0/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://100.100.100.200/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://168.63.129.16/")]
    [InlineData("https://192.0.0.192/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://[2001:0:7f00:1::]/")]
    [InlineData("http://198.41.0.4/")]
    [InlineData("ftp://198.41.0.4/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@198.41.0.4/")]
    [InlineData("https://198.41.0.4/#part")]
    [InlineData("//198.41.0.4/")]
    [InlineData("hooks")]
    [InlineData("")]
    public async Task An_address_that_may_not_be_told_is_refused_and_named(string url)
    {
        var refused = (await server.Admin.Post("/api/v1/webhooks", $$"""{"url": "{{url}}"}""")).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("command/invalid", refused.Problem);
        Assert.Equal(["url"], refused.Fields);
    }

    [Theory]
    [InlineData("""{}""", "url")]
    [InlineData("""{"url": 1}""", "url")]
    [InlineData("""{"url": "https://198.41.0.4/", "id": "Không"}""", "id")]
    [InlineData("""{"url": "https://198.41.0.4/", "secret": "secret"}""", "secret")]
    [InlineData("""{"url": "https://198.41.0.4/", "secret": "whsec_c2hvcnQ="}""", "secret")]
    [InlineData("""{"url": "https://198.41.0.4/", "secret": "whsec_not base64!"}""", "secret")]
    [InlineData("""{"url": "https://198.41.0.4/", "types": ["agreement-signed", "agreement-singed"]}""", "types[1]")]
    [InlineData("""{"url": "https://198.41.0.4/", "offices": [" "]}""", "offices[0]")]
    [InlineData("""{"url": "https://198.41.0.4/", "offices": ["a\nb"]}""", "offices[0]")]
    [InlineData("""{"url": "https://198.41.0.4/", "after": "yesterday"}""", "after")]
    [InlineData("""{"url": "https://198.41.0.4/", "after": "0-1000000"}""", "after")]
    [InlineData("""{"url": "https://198.41.0.4/", "adres": 1}""", "adres")]
    public async Task What_is_wrong_with_a_registration_is_named(string body, string field) =>
        Assert.Equal([field], (await server.Admin.Post("/api/v1/webhooks", body)).Expect(HttpStatusCode.UnprocessableEntity).Fields);

    [Fact]
    public async Task Administrators_register_auditors_read_and_nobody_else_sees_anything()
    {
        var id = (await server.Admin.Post("/api/v1/webhooks", $$"""{"url": "{{Public}}"}""")).Expect(HttpStatusCode.Created).Id;
        foreach (var role in Role.All)
        {
            using var caller = await server.Key($"webhooks-{role}", role);
            var (reads, writes) = (role is Role.Admin or Role.Auditor ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                role is Role.Admin ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            foreach (var path in new[] { "", $"/{id}", $"/{id}/changes", $"/{id}/deliveries", $"/{id}/dead-letters" }) (await caller.Get($"/api/v1/webhooks{path}")).Expect(reads);
            foreach (var verb in new[] { "disable", "enable", "dead-letters/redeliver" }) (await caller.Post($"/api/v1/webhooks/{id}/{verb}", "")).Expect(writes);
            if (role is Role.Admin) continue;
            (await caller.Post("/api/v1/webhooks", $$"""{"url": "{{Public}}"}""")).Expect(HttpStatusCode.Forbidden);
            (await caller.Send(HttpMethod.Delete, $"/api/v1/webhooks/{id}", content: null)).Expect(HttpStatusCode.Forbidden);
        }

        using var nobody = server.With(key: null);
        (await nobody.Get("/api/v1/webhooks")).Expect(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/deliveries")]
    [InlineData("GET", "/dead-letters")]
    [InlineData("GET", "/changes")]
    [InlineData("POST", "/enable")]
    [InlineData("POST", "/disable")]
    [InlineData("POST", "/dead-letters/redeliver")]
    [InlineData("DELETE", "")]
    public async Task One_that_there_is_not_is_said_not_to_be_there(string method, string path) =>
        Assert.Equal("webhook/not-found", (await server.Admin.Send(new HttpMethod(method), $"/api/v1/webhooks/nothing{path}", content: null)).Expect(HttpStatusCode.NotFound).Problem);

    [Fact]
    public async Task A_dead_letter_that_there_is_not_is_said_not_to_be_there()
    {
        var id = (await server.Admin.Post("/api/v1/webhooks", $$"""{"url": "{{Public}}"}""")).Expect(HttpStatusCode.Created).Id;
        Assert.Equal("webhook/no-such-dead-letter", (await server.Admin.Post($"/api/v1/webhooks/{id}/dead-letters/7/redeliver", "")).Expect(HttpStatusCode.NotFound).Problem);
    }
}
