using System.Net;
using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using Caller = CityGrains.Api.Tests.Hosting.Caller;

namespace CityGrains.Api.Tests.SignIn;

public class AccessLogged(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Log = "/api/v1/access-log";

    [Fact]
    public async Task Says_who_wrote_signed_in_was_refused_changed_keys_and_exported()
    {
        using var auditor = await server.Key("thanh tra", Role.Auditor);
        using var officer = await server.Key("cán bộ", Role.Officer);
        var id = (await officer.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        using var browser = new Browser(server.Url);
        (await browser.Submit("/sign-in", "/sign-in", ("key", officer.Key!))).Expect(HttpStatusCode.SeeOther);
        (await browser.Submit("/sign-in", "/sign-in", ("key", "cg_0123456789012345678901234567890123456789012"))).Expect(HttpStatusCode.SeeOther);
        for (var i = 0; i < 3; i++) (await officer.Get(Log)).Expect(HttpStatusCode.Forbidden);
        (await server.Admin.Post("/api/v1/keys", """{"id": "mới", "roles": ["leader"], "office": "a"}""")).Expect(HttpStatusCode.Created);
        (await auditor.Get("/api/v1/audit/export")).Expect(HttpStatusCode.OK);

        var entries = await Entries(auditor, "");

        Assert.True(entries.FindIndex(entry => Is(entry, "export", "GET /api/v1/audit/export", "thanh tra")) < entries.FindIndex(entry => Is(entry, "write", "agreement-proposed/1", "cán bộ")), "The newest comes first.");
        Assert.Contains(entries, entry => Is(entry, "write", "agreement-proposed/1", "cán bộ") && entry.GetProperty("stream").GetString() == $"agreement/{id}");
        Assert.Contains(entries, entry => Is(entry, "sign-in", "POST /sign-in", "cán bộ"));
        Assert.Contains(entries, entry => Is(entry, "denied", "POST /sign-in", null) || Is(entry, "denied", "POST /sign-in", "cán bộ"));
        Assert.Contains(entries, entry => Is(entry, "denied", $"GET {Log}", "cán bộ") && entry.GetProperty("times").GetInt32() == 3);
        Assert.Contains(entries, entry => Is(entry, "key-change", "POST /api/v1/keys", "admin") && entry.GetProperty("address").GetString() == "127.0.0.1");
        Assert.Contains(entries, entry => Is(entry, "export", "GET /api/v1/audit/export", "thanh tra"));
        Assert.DoesNotContain("cg_", string.Join('\n', entries.Select(entry => entry.GetRawText())), StringComparison.Ordinal);

        var (denied, mine) = (await Entries(auditor, "&kind=denied"), await Entries(auditor, "&actor=cán bộ&day=2026-03-15"));
        Assert.All(denied, entry => Assert.Equal("denied", entry.GetProperty("kind").GetString()));
        Assert.All(mine, entry => Assert.Equal("cán bộ", entry.GetProperty("actor").GetString()));
        Assert.NotEmpty(mine);
        Assert.Empty(await Entries(auditor, "&day=2026-03-14"));
        Assert.True((await server.Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Is_for_auditors_and_in_no_feed()
    {
        foreach (var role in new[] { Role.Officer, Role.Approver, Role.Leader, Role.Admin })
        {
            using var caller = await server.Key($"reads-log-{role}", role);
            Assert.Equal("access/role-missing", (await caller.Get(Log)).Expect(HttpStatusCode.Forbidden).Problem);
        }

        using var auditor = await server.Key("đọc", Role.Auditor);
        Assert.NotEmpty(await Entries(auditor, "&kind=denied"));
        Assert.DoesNotContain("access-noted", (await server.Admin.Get("/api/v1/feed?limit=500")).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_refusals_is_told_in_few_entries_and_none_goes_uncounted()
    {
        var denials = new CityGrains.Api.Access.Log.Denials();
        for (var i = 0; i < 10_000; i++)
            denials.Add(
                new(Domain.Access.AccessKind.Denied, DateTimeOffset.UnixEpoch, "GET /api/v1/about") { Address = $"10.0.{i / 256}.{i % 256}", Status = 401 });
        var taken = denials.Take();
        Assert.InRange(taken.Count, 1, CityGrains.Api.Access.Log.Denials.MostDifferent + 1);
        Assert.Equal(10_000, taken.Sum(entry => entry.Times));
        Assert.Empty(denials.Take());
    }

    [Theory]
    [InlineData("kind=theft", "kind")]
    [InlineData("day=2026-02-30", "day")]
    [InlineData("after=x", "after")]
    [InlineData("who=me", "who")]
    public async Task A_wrong_question_names_what_is_wrong(string query, string field) =>
        Assert.Equal([field], (await server.Admin.Get($"{Log}?{query}")).Expect(HttpStatusCode.BadRequest).Fields);

    private static bool Is(JsonElement entry, string kind, string what, string? actor) =>
        entry.GetProperty("kind").GetString() == kind && entry.GetProperty("what").GetString() == what
            && (entry.TryGetProperty("actor", out var who) ? who.GetString() : null) == actor;

    private static async Task<List<JsonElement>> Entries(Caller auditor, string filter)
    {
        var entries = new List<JsonElement>();
        for (var after = ""; ;)
        {
            var page = (await auditor.Get($"{Log}?limit=2{filter}{after}")).Expect(HttpStatusCode.OK).Json;
            entries.AddRange(page.GetProperty("items").EnumerateArray());
            if (!page.TryGetProperty("next", out var next)) return entries;
            after = $"&after={next.GetString()}";
        }
    }
}
