using System.Net;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Grains.Working;
using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Api.Tests;

/// <summary>An auditor takes nobody's word: everything is checked here with the answers alone.</summary>
public sealed class Auditing : IAsyncLifetime
{
    private readonly ApiServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_event_is_shown_to_be_in_the_latest_checkpoint_and_in_every_one_after_it()
    {
        await Register("Vinh", "Sơn La", "Huế");
        await Seal();
        await Register("Sa Đéc", "Cao Lãnh");
        await Seal();

        foreach (var size in new[] { "", "&size=3", "&size=5" })
        {
            var proof = (await _server.Admin.Get($"/api/v1/audit/inclusion?stream=city/vn-son-la&version=1{size}")).Expect(HttpStatusCode.OK).Json;
            var checkpoint = Checkpoint.Parse(proof.GetProperty("checkpoint").GetProperty("text").GetString()!);
            var hash = (await _server.Admin.Get("/api/v1/cities/vn-son-la/history")).Json.GetProperty("items")[0].GetProperty("hash").GetString();

            Assert.Equal(hash, proof.GetProperty("eventHash").GetString());
            Assert.Equal(Hex(MerkleHash.Leaf(Convert.FromHexString(hash!))), proof.GetProperty("leafHash").GetString());
            Assert.True(ProofCheck.Inclusion(
                MerkleHash.Leaf(Convert.FromHexString(hash!)), proof.GetProperty("leafIndex").GetInt64(), checkpoint.Size, Path(proof), checkpoint.Root));
            Assert.True(checkpoint.IsSignedBy((await Keys())[0]));
        }
    }

    [Fact]
    public async Task The_record_is_shown_to_have_only_grown()
    {
        await Register("Vinh", "Sơn La", "Huế");
        var before = await Seal();
        await Register("Sa Đéc", "Cao Lãnh");
        var after = await Seal();

        var proof = (await _server.Admin.Get("/api/v1/audit/consistency?from=3")).Expect(HttpStatusCode.OK).Json;
        Assert.True(ProofCheck.Consistency(3, 5, before.Root, after.Root, Path(proof)));
        Assert.Equal(before.Note.ToString(), proof.GetProperty("fromCheckpoint").GetProperty("text").GetString());
        Assert.Equal(after.Note.ToString(), proof.GetProperty("toCheckpoint").GetProperty("text").GetString());
        Assert.False((await _server.Admin.Get("/api/v1/audit/consistency?from=2&to=4")).Expect(HttpStatusCode.OK).Json.TryGetProperty("fromCheckpoint", out _));
    }

    [Fact]
    public async Task Checkpoints_are_listed_newest_first_and_read_page_by_page()
    {
        foreach (var city in new[] { "Vinh", "Sơn La", "Huế" })
        {
            await Register(city);
            await Seal();
        }

        var first = (await _server.Admin.Get("/api/v1/audit/checkpoints?limit=2")).Expect(HttpStatusCode.OK).Json;
        var last = (await _server.Admin.Get("/api/v1/audit/checkpoints?limit=2&after=2")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal([3, 2], first.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("size").GetInt64()));
        Assert.Equal(2, first.GetProperty("next").GetInt64());
        Assert.Equal([1], last.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("size").GetInt64()));
        Assert.Equal(JsonValueKind.Null, last.GetProperty("next").ValueKind);

        var latest = (await _server.Admin.Get("/api/v1/audit/checkpoints/latest")).Expect(HttpStatusCode.OK);
        Assert.Equal("text/plain", latest.MediaType);
        Assert.Equal(first.GetProperty("items")[0].GetProperty("text").GetString(), latest.Text);
        Assert.Equal(2, Checkpoint.Parse((await _server.Admin.Get("/api/v1/audit/checkpoints/2")).Expect(HttpStatusCode.OK).Text).Size);
    }

    [Fact]
    public async Task A_new_key_follows_and_both_are_given_out()
    {
        await Register("Vinh");
        var before = await Seal();
        var made = (await _server.Admin.Post("/api/v1/audit/keys", "")).Expect(HttpStatusCode.OK).Json;
        await Register("Huế");
        var after = await Seal();

        Assert.Equal((2, "signed"), (made.GetProperty("number").GetInt32(), made.GetProperty("succession").GetString()));
        var keys = await Keys();
        Assert.True(before.IsSignedBy(keys[0]));
        Assert.True(after.IsSignedBy(keys[1]));
        var listed = (await _server.Admin.Get("/api/v1/audit/keys")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().ToList();
        var statements = listed.Select(key => KeyStatement.Parse(key.GetProperty("statement").GetString()!)).ToList();
        Assert.True(statements[0].IsRightAfter(before: null) && statements[1].IsRightAfter(statements[0]));
        Assert.Equal(keys, listed.SelectMany(key => PublicSealKey.FromPem(key.GetProperty("pem").GetString())));

        File.Delete(System.IO.Path.Combine(_server.Folder, SealKeyFile.FileName));
        Assert.Equal("audit/key-missing", (await _server.Admin.Post("/api/v1/audit/keys", "")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(
            "lost", (await _server.Admin.Post("/api/v1/audit/keys?lost=true", "")).Expect(HttpStatusCode.OK).Json.GetProperty("succession").GetString());
    }

    [Fact]
    public async Task The_whole_record_is_taken_away_and_verified_with_no_server()
    {
        await Register("Vinh", "Sơn La", "Huế");
        var checkpoint = await Seal();
        var export = (await _server.Admin.Get("/api/v1/audit/export")).Expect(HttpStatusCode.OK);
        Assert.Equal("application/x-ndjson", export.MediaType);

        using var file = new MemoryStream(Encoding.UTF8.GetBytes(export.Text));
        var report = await ExportVerification.Run(file, [checkpoint], await Keys());
        Assert.True(report.IsIntact, report.First?.Reason.En);
        Assert.Equal(3, report.Events);
    }

    [Fact]
    public async Task The_store_is_verified_while_it_serves()
    {
        Assert.Equal("never", (await _server.Admin.Get("/api/v1/audit/verify")).Expect(HttpStatusCode.OK).Json.GetProperty("status").GetString());
        await Register("Vinh");
        await Seal();
        (await _server.Admin.Post("/api/v1/audit/verify", "")).Expect(HttpStatusCode.OK);
        var ended = await Ended("verify");
        Assert.Equal("intact", ended.GetProperty("status").GetString());
        Assert.InRange(ended.GetProperty("events").GetInt32(), 1, 2); // the city, and the access log's word of this order where it was there in time
    }

    [Fact]
    public async Task The_rows_are_written_anew_while_it_serves_and_commands_go_on_afterwards()
    {
        Assert.Equal("never", (await _server.Admin.Get("/api/v1/audit/rebuild")).Expect(HttpStatusCode.OK).Json.GetProperty("status").GetString());
        await Register("Vinh", "Huế");
        (await _server.Admin.Post("/api/v1/audit/rebuild", "")).Expect(HttpStatusCode.OK);
        await Register("Sa Đéc");
        var ended = await Ended("rebuild");
        Assert.Equal("done", ended.GetProperty("status").GetString());
        Assert.Equal(ended.GetProperty("total").GetInt64(), ended.GetProperty("done").GetInt64());
        Assert.Equal(3, (await _server.Admin.Get("/api/v1/cities")).Expect(HttpStatusCode.OK).Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("checkpoints/latest", HttpStatusCode.NotFound, "audit/nothing-sealed")]
    [InlineData("consistency?from=1", HttpStatusCode.NotFound, "audit/nothing-sealed")]
    [InlineData("checkpoints/7", HttpStatusCode.NotFound, "audit/no-such-checkpoint")]
    [InlineData("inclusion?stream=city/vn-vinh&version=1", HttpStatusCode.NotFound, "audit/no-such-event")]
    [InlineData("inclusion?stream=vinh&version=1", HttpStatusCode.BadRequest, "query/invalid")]
    [InlineData("inclusion?stream=city/vn-vinh", HttpStatusCode.BadRequest, "query/invalid")]
    [InlineData("inclusion?stream=city/vn-vinh&version=0", HttpStatusCode.BadRequest, "query/invalid")]
    [InlineData("consistency", HttpStatusCode.BadRequest, "query/invalid")]
    [InlineData("consistency?from=3&to=2", HttpStatusCode.BadRequest, "query/invalid")]
    [InlineData("checkpoints?after=x", HttpStatusCode.BadRequest, "query/invalid")]
    [InlineData("keys?format=xml", HttpStatusCode.BadRequest, "query/invalid")]
    public async Task What_cannot_be_proved_is_told(string path, HttpStatusCode code, string problem) =>
        Assert.Equal(problem, (await _server.Admin.Get("/api/v1/audit/" + path)).Expect(code).Problem);

    [Fact]
    public async Task An_event_that_waits_to_be_sealed_has_no_proof_yet()
    {
        await Register("Vinh");
        await Seal();
        await Register("Huế");
        Assert.Equal(
            "audit/not-sealed-yet", (await _server.Admin.Get("/api/v1/audit/inclusion?stream=city/vn-hue&version=1")).Expect(HttpStatusCode.Conflict).Problem);
        await Seal();
        Assert.Equal("audit/sealed-later", (await _server.Admin.Get("/api/v1/audit/inclusion?stream=city/vn-hue&version=1&size=1")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("audit/no-such-checkpoint", (await _server.Admin.Get("/api/v1/audit/inclusion?stream=city/vn-hue&version=1&size=9")).Expect(HttpStatusCode.NotFound).Problem);
        Assert.Equal("audit/no-such-checkpoint", (await _server.Admin.Get("/api/v1/audit/consistency?from=1&to=9")).Expect(HttpStatusCode.NotFound).Problem);
    }

    [Fact]
    public async Task Whoever_may_not_inspect_may_not_export_verify_or_change_keys()
    {
        using var officer = await _server.Key("officer", "officer");
        Assert.Equal("access/role-missing", (await officer.Get("/api/v1/audit/export")).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/role-missing", (await officer.Post("/api/v1/audit/verify", "")).Expect(HttpStatusCode.Forbidden).Problem);
        using var auditor = await _server.Key("auditor", "auditor");
        Assert.Equal("access/role-missing", (await auditor.Post("/api/v1/audit/keys", "")).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/role-missing", (await auditor.Post("/api/v1/audit/rebuild", "")).Expect(HttpStatusCode.Forbidden).Problem);
        using var nobody = _server.With(key: null);
        Assert.Equal("access/no-key", (await nobody.Get("/api/v1/audit/checkpoints")).Expect(HttpStatusCode.Unauthorized).Problem);
    }

    private async Task Register(params string[] cities)
    {
        foreach (var city in cities) (await _server.Admin.Post("/api/v1/cities", $$"""{"name": "{{city}}", "country": "VN"}""")).Expect(HttpStatusCode.Created);
    }

    private async Task<Checkpoint> Seal()
    {
        await _server.Grain<ISealerGrain>(SealerKey.Only).Seal();
        return Checkpoint.Parse((await _server.Admin.Get("/api/v1/audit/checkpoints/latest")).Expect(HttpStatusCode.OK).Text);
    }

    private async Task<IReadOnlyList<PublicSealKey>> Keys()
    {
        var pem = (await _server.Admin.Get("/api/v1/audit/keys?format=pem")).Expect(HttpStatusCode.OK);
        Assert.Equal("application/x-pem-file", pem.MediaType);
        return PublicSealKey.FromPem(pem.Text);
    }

    private async Task<JsonElement> Ended(string work)
    {
        while (true)
        {
            var now = (await _server.Admin.Get($"/api/v1/audit/{work}")).Expect(HttpStatusCode.OK).Json;
            if (now.GetProperty("status").GetString() is not "running") return now;
        }
    }

    private static IReadOnlyList<byte[]> Path(JsonElement proof) =>
        [.. proof.GetProperty("path").EnumerateArray().Select(hash => Convert.FromHexString(hash.GetString()!))];

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
