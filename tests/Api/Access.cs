using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class Access(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string, string, string> Routes => new()
    {
        { "GET", "/api/v1/agreements", "" }, { "GET", "/api/v1/agreements/x", "" }, { "GET", "/api/v1/cities/x/history", "" }, { "GET", "/api/v1/about", "" },
        { "GET", "/api/v1/portfolio/summary", "" }, { "POST", "/api/v1/agreements", "{}" }, { "POST", "/api/v1/cities/x/rename", "{}" },
        { "GET", "/nothing/here", "" }, { "DELETE", "/api/v1/about", "" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nothing_is_open_without_a_key(string method, string path, string body)
    {
        using var nobody = server.With(key: null);
        var answer = (await nobody.Send(new HttpMethod(method), path, body.Length > 0 ? new StringContent(body) : null)).Expect(HttpStatusCode.Unauthorized);
        Assert.Equal("access/no-key", answer.Problem);
        Assert.Equal("Bearer realm=\"citygrains\"", answer.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs/index.html")]
    public async Task Health_and_documentation_are_open(string path)
    {
        using var nobody = server.With(key: null);
        (await nobody.Get(path)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Bearer cg_0123456789012345678901234567890123456789012", "access/unknown-key")]
    [InlineData("Bearer", "access/malformed-key")]
    [InlineData("Bearer ", "access/malformed-key")]
    [InlineData("Bearer cg_short", "access/malformed-key")]
    [InlineData("Bearer 0123456789012345678901234567890123456789012", "access/malformed-key")]
    [InlineData("Basic YWRtaW46YWRtaW4=", "access/malformed-key")]
    [InlineData("cg_0123456789012345678901234567890123456789012", "access/malformed-key")]
    [InlineData("Bearer cg_0123456789012345678901234567890123456789012 x", "access/malformed-key")]
    public async Task A_key_that_is_none_is_told_so(string header, string code)
    {
        using var nobody = server.With(key: null);
        var answer = (await nobody.Get("/api/v1/about", ("Authorization", header))).Expect(HttpStatusCode.Unauthorized);
        Assert.Equal(code, answer.Problem);
        Assert.Contains("error=\"invalid_token\"", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_scheme_is_read_in_any_case(string scheme)
    {
        using var nobody = server.With(key: null);
        (await nobody.Get("/api/v1/about", ("Authorization", $"{scheme} {server.AdminKey}"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_opens_its_own_routes_only()
    {
        using var officer = await server.Key("officer", Role.Officer);
        using var approver = await server.Key("approver", Role.Approver);
        using var auditor = await server.Key("auditor", Role.Auditor);
        using var admin = await server.Key("keys only", Role.Admin);
        var id = (await officer.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        (await officer.Post($"/api/v1/agreements/{id}/open-consultation", Bodies.Example("open-consultation"))).Expect(HttpStatusCode.OK);

        foreach (var caller in new[] { approver, auditor, admin })
            Assert.Equal("access/role-missing", (await caller.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Forbidden).Problem);
        foreach (var caller in new[] { officer, auditor, admin })
            (await caller.Post($"/api/v1/agreements/{id}/reject-signing", Bodies.Example("reject-signing"))).Expect(HttpStatusCode.Forbidden);
        (await approver.Post($"/api/v1/agreements/{id}/reject-signing", Bodies.Example("reject-signing"))).Expect(HttpStatusCode.OK);
        foreach (var caller in new[] { officer, approver, auditor, admin }) (await caller.Get($"/api/v1/agreements/{id}/history")).Expect(HttpStatusCode.OK);

        var history = (await auditor.Get($"/api/v1/agreements/{id}/history")).Json.GetProperty("items");
        Assert.Equal("officer", history[0].GetProperty("actor").GetString());
        Assert.Equal("Sở Ngoại vụ Sơn La", history[0].GetProperty("office").GetString());
        Assert.Equal("approver", history[2].GetProperty("actor").GetString());
    }

    [Fact]
    public async Task A_key_opens_nothing_once_it_has_expired_or_been_revoked()
    {
        await using var own = new ApiServer();
        await own.InitializeAsync();
        var (expiring, revoked) = (ApiKey.Create(), ApiKey.Create());
        var now = own.Clock.GetUtcNow();
        await own.Store.Keys.Save(new("expiring", ApiKey.Hash(expiring), [Role.Leader], "x", now) { ExpiresAt = now.AddMinutes(1) });
        await own.Store.Keys.Save(new("revoked", ApiKey.Hash(revoked), [Role.Leader], "x", now));
        using var first = own.With(expiring);
        using var second = own.With(revoked);
        foreach (var caller in new[] { first, second }) (await caller.Get("/api/v1/about")).Expect(HttpStatusCode.OK);

        await own.Store.Keys.Save(new("revoked", ApiKey.Hash(revoked), [Role.Leader], "x", now) { RevokedAt = now });
        own.Clock.Set(now.AddMinutes(2));

        foreach (var caller in new[] { first, second }) Assert.Equal("access/unknown-key", (await caller.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized).Problem);
    }

    [Fact]
    public async Task The_first_start_keeps_the_key_for_its_owner_alone_and_stores_its_hash()
    {
        var file = Path.Combine(server.Folder, AdminKey.FileName);
        Assert.Equal(server.AdminKey, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var stored = Assert.Single(await server.Store.Keys.All(), key => key.Name == "admin");
        Assert.Equal(ApiKey.Hash(server.AdminKey), stored.Hash);
        Assert.Equal(Role.All.Order(StringComparer.Ordinal), stored.Roles.Order(StringComparer.Ordinal));
        Assert.Null(await new AdminKey(server.Store.Keys, server.Clock).Ensure(set: null, server.Folder));
    }

    [Fact]
    public async Task A_key_the_operator_sets_takes_the_place_of_the_first()
    {
        await using var own = new ApiServer();
        await own.InitializeAsync();
        var set = "cg_set-by-the-operator-1234";
        Assert.Null(await new AdminKey(own.Store.Keys, own.Clock).Ensure(set, own.Folder));

        using var caller = own.With(set);
        (await caller.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
        (await own.Admin.Get("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("cg_short")]
    [InlineData("cg_0123456789 0123456789 0123456789")]
    [InlineData("cg_mật-khẩu-quản-trị-rất-dài-và-bí-mật")]
    public void A_key_the_operator_sets_must_look_like_one(string set) => Assert.False(ApiKey.IsWellFormed(set));
}
