using System.Net;
using System.Net.Sockets;
using System.Text;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using Caller = CityGrains.Api.Tests.Hosting.Caller;

namespace CityGrains.Api.Tests.SignIn;

public class ManagingKeys(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Keys = "/api/v1/keys";

    [Fact]
    public async Task A_key_is_made_shown_once_and_works_under_its_name_and_office()
    {
        var made = (await server.Admin.Post(Keys, Body("Nguyễn Thị Lan", "officer"))).Expect(HttpStatusCode.Created);
        Assert.Equal("/api/v1/keys/Nguy%E1%BB%85n%20Th%E1%BB%8B%20Lan", made.Location);
        using var lan = server.With(made.Json.GetProperty("key").GetString());
        var id = (await lan.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        Assert.Equal("Nguyễn Thị Lan", (await lan.Get($"/api/v1/agreements/{id}/history")).Json.GetProperty("items")[0].GetProperty("actor").GetString());

        var read = (await server.Admin.Get(made.Location!)).Expect(HttpStatusCode.OK);
        Assert.Equal(("valid", "Sở Ngoại vụ Sơn La"), (read.Json.GetProperty("standing").GetString(), read.Json.GetProperty("office").GetString()));
        Assert.False(read.Json.TryGetProperty("key", out _));
        Assert.DoesNotContain("cg_", (await server.Admin.Get(Keys)).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal("access/name-taken", (await server.Admin.Post(Keys, Body("Nguyễn Thị Lan", "leader"))).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task A_rotated_key_gives_way_to_another_at_once_and_signs_out_who_came_by_it()
    {
        var (first, browser) = await Made("rotated");
        var second = (await server.Admin.Post($"{Keys}/rotated/rotate", "")).Expect(HttpStatusCode.OK).Json.GetProperty("key").GetString();

        (await first.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
        (await browser.Open("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
        using var next = server.With(second);
        (await next.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_the_next_request_on_nor_does_a_session_made_by_it()
    {
        var (key, browser) = await Made("revoked");
        var gone = (await server.Admin.Post($"{Keys}/revoked/revoke", "")).Expect(HttpStatusCode.OK);

        Assert.Equal("revoked", gone.Json.GetProperty("standing").GetString());
        Assert.Equal("access/unknown-key", (await key.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized).Problem);
        (await browser.Open("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
        foreach (var verb in new[] { "rotate", "links" }) Assert.Equal("access/key-has-ended", (await server.Admin.Post($"{Keys}/revoked/{verb}", "")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(gone.Text, (await server.Admin.Post($"{Keys}/revoked/revoke", "")).Expect(HttpStatusCode.OK).Text);
    }

    [Fact]
    public async Task An_import_that_is_on_its_way_ends_with_the_key_it_came_by()
    {
        using var officer = await server.Key("imports", Role.Officer);
        using var import = new TcpClient();
        await import.ConnectAsync(server.Url.Host, server.Url.Port, TestContext.Current.CancellationToken);
        await import.Client.SendAsync(Encoding.ASCII.GetBytes($"""
            POST /api/v1/imports?map=twin-cities HTTP/1.1
            Host: {server.Url.Authority}
            Authorization: Bearer {officer.Key}
            Content-Type: text/csv
            Content-Length: 1000000
            Expect: 100-continue


            """.ReplaceLineEndings("\r\n")), TestContext.Current.CancellationToken);
        var heard = new byte[1000];
        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(heard, 0, await import.Client.ReceiveAsync(heard)), StringComparison.Ordinal);

        (await server.Admin.Post($"{Keys}/imports/revoke", "")).Expect(HttpStatusCode.OK);

        var (left, hungUp) = (0, false);
        try
        {
            left = await import.Client.ReceiveAsync(heard);
        }
        catch (SocketException)
        {
            hungUp = true;
        }

        Assert.True(hungUp || left == 0, Encoding.UTF8.GetString(heard, 0, left));
    }

    [Fact]
    public async Task The_last_day_of_a_key_is_its_last_and_can_be_moved()
    {
        var (key, _) = await Made("ends");
        var ends = (await server.Admin.Post($"{Keys}/ends/expire", """{"validUntil": "2026-03-15"}""")).Expect(HttpStatusCode.OK);
        Assert.Equal("2026-03-15T17:00:00+00:00", ends.Json.GetProperty("expiresAt").GetString());
        (await key.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
        (await server.Admin.Post($"{Keys}/ends/expire", """{"validUntil": "2026-03-14"}""")).Expect(HttpStatusCode.OK);
        (await key.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
        Assert.Equal("valid", (await server.Admin.Post($"{Keys}/ends/expire", "{}")).Expect(HttpStatusCode.OK).Json.GetProperty("standing").GetString());
        (await key.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task There_is_always_an_admin_key_without_a_last_day()
    {
        const string Late = """{"validUntil": "2099-12-31"}""";
        await Refused("admin/revoke");
        await Refused("admin/expire", """{"validUntil": "2020-01-01"}""");
        await Refused("admin/expire", Late);

        (await server.Admin.Post(Keys, """{"id": "deputy", "roles": ["admin"], "office": "a", "validUntil": "2098-12-31"}""")).Expect(HttpStatusCode.Created);
        await Refused("admin/expire", Late);
        (await server.Admin.Post($"{Keys}/deputy/expire", Late)).Expect(HttpStatusCode.OK);

        (await server.Admin.Post($"{Keys}/deputy/expire", "{}")).Expect(HttpStatusCode.OK);
        (await server.Admin.Post($"{Keys}/admin/expire", Late)).Expect(HttpStatusCode.OK);
        await Refused("deputy/expire", Late);
        await Refused("deputy/revoke");
        (await server.Admin.Post($"{Keys}/admin/expire", "{}")).Expect(HttpStatusCode.OK);
        (await server.Admin.Post($"{Keys}/deputy/revoke", "")).Expect(HttpStatusCode.OK);

        async Task Refused(string change, string body = "")
        {
            var refusal = (await server.Admin.Post($"{Keys}/{change}", body)).Expect(HttpStatusCode.Conflict);
            Assert.Equal("access/last-admin", refusal.Problem);
            Assert.Contains("validUntil", refusal.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"id": "x", "roles": ["king"], "office": "a"}""", "roles[0]")]
    [InlineData("""{"id": "x", "roles": ["calendar"], "office": "a"}""", "roles[0]")]
    [InlineData("""{"id": "x", "roles": [], "office": "a"}""", "roles")]
    [InlineData("""{"id": "a/b", "roles": ["leader"], "office": "a"}""", "id")]
    [InlineData("""{"id": "calendar:x", "roles": ["leader"], "office": "a"}""", "id")]
    [InlineData("""{"id": "x", "roles": ["leader"], "office": " "}""", "office")]
    [InlineData("""{"id": "x", "roles": ["leader"], "office": "a", "validUntil": "2026-03-14"}""", "validUntil")]
    [InlineData("""{"id": "x", "roles": ["leader"], "office": "a", "validUntil": "9999-12-31"}""", "validUntil")] // the day after it is none
    [InlineData("""{"id": "x", "roles": ["leader"], "office": "a", "key": "cg_chosen-by-the-client-0001"}""", "key")]
    public async Task A_request_for_a_key_that_is_wrong_names_the_field(string body, string field) =>
        Assert.Equal([field], (await server.Admin.Post(Keys, body)).Expect(HttpStatusCode.UnprocessableEntity).Fields);

    [Fact]
    public async Task The_last_of_all_days_is_no_end_of_a_key()
    {
        (await server.Admin.Post(Keys, Body("long-lived", Role.Leader))).Expect(HttpStatusCode.Created);
        var last = await server.Admin.Post($"{Keys}/long-lived/expire", """{"validUntil": "9999-12-31"}""");
        Assert.Equal(["validUntil"], last.Expect(HttpStatusCode.UnprocessableEntity).Fields);
        (await server.Admin.Post($"{Keys}/long-lived/expire", """{"validUntil": "9999-12-30"}""")).Expect(HttpStatusCode.OK);
        (await server.Admin.Get(Keys)).Expect(HttpStatusCode.OK);
    }

    private static string Body(string name, string role) => $$"""{"id": "{{name}}", "roles": ["{{role}}"], "office": "Sở Ngoại vụ Sơn La"}""";

    private async Task<(Caller Key, Browser Browser)> Made(string name)
    {
        var made = (await server.Admin.Post(Keys, Body(name, Role.Leader))).Expect(HttpStatusCode.Created).Json.GetProperty("key").GetString()!;
        var (key, browser) = (server.With(made), new Browser(server.Url));
        (await browser.Submit("/sign-in", "/sign-in", ("key", made))).Expect(HttpStatusCode.SeeOther);
        (await key.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
        (await browser.Open("/api/v1/about")).Expect(HttpStatusCode.OK);
        return (key, browser);
    }
}
