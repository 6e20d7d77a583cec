namespace CityGrains.EndToEnd.Tests;

/// <summary>The record leaves the office: an export, a checkpoint and the public keys are enough to verify it anywhere, and to find what was changed.</summary>
public sealed class OfflineAudit(SampleRecord sample) : IAsyncLifetime
{
    private readonly DataFolder _data = sample.Copy();
    private readonly DataFolder _auditor = new();

    public async ValueTask InitializeAsync()
    {
        var (code, output) = await Programs.Cli(
            "export", Held("record.jsonl"), "--data", _data.Path, "--checkpoint", Held("checkpoint.txt"), "--keys", Held("seal.pem"));
        Assert.True(code == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        _auditor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_export_is_verified_with_a_checkpoint_and_a_key_and_no_database()
    {
        var (code, output) = await Verify();
        Assert.True(code == 0, output);
        Assert.Contains("intact", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_alone_is_held_against_itself_and_says_so()
    {
        var (code, output) = await Programs.Cli("verify", "--export", Held("record.jsonl"));
        Assert.True(code == 0, output);
        Assert.Contains("nothing but itself", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_event_is_named()
    {
        var lines = await File.ReadAllLinesAsync(Held("record.jsonl"));
        var edited = Array.FindIndex(lines, line => line.Contains("Sơn La", StringComparison.Ordinal));
        lines[edited] = lines[edited].Replace("Sơn La", "Sơn Tây", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(Held("record.jsonl"), lines);

        var (code, output) = await Verify();
        Assert.Equal(1, code);
        Assert.Contains($"Line {edited + 1}:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_left_out_is_noticed()
    {
        var lines = (await File.ReadAllLinesAsync(Held("record.jsonl"))).ToList();
        lines.RemoveAt(lines.FindLastIndex(line => line.StartsWith("{\"stream\"", StringComparison.Ordinal)));
        await File.WriteAllLinesAsync(Held("record.jsonl"), lines);
        Assert.Equal(1, (await Verify()).Code);
    }

    [Fact]
    public async Task A_key_of_another_record_does_not_do()
    {
        using var other = new DataFolder();
        await using (var server = await Server.Start(other.Path))
        {
            using var body = Json.Body("""{"id":"vn-vinh","name":"Vinh","country":"VN","source":{"title":"Test"}}""");
            using var answer = await server.Client.PostAsync(new Uri("/api/v1/cities", UriKind.Relative), body);
            Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
            await server.Terminate();
        }

        File.Delete(Held("seal.pem"));
        Assert.Equal(0, (await Programs.Cli("export", Held("other.jsonl"), "--data", other.Path, "--keys", Held("seal.pem"))).Code);

        var (code, output) = await Verify();
        Assert.Equal(1, code);
        Assert.Contains("not in the key file", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_before_anything_is_done()
    {
        Assert.Equal(2, (await Programs.Cli("verify", "--export", Held("record.jsonl"), "--key", Held("seal.pem"))).Code);
        Assert.Equal(2, (await Programs.Cli("verify", "--export", Held("nothing"), "--checkpoint", Held("checkpoint.txt"), "--key", Held("seal.pem"))).Code);
        Assert.Equal(2, (await Programs.Cli("verify", "--export", Held("record.jsonl"), "--checkpoint", Held("seal.pem"), "--key", Held("seal.pem"))).Code);
        Assert.Equal(2, (await Programs.Cli("export", Held("record.jsonl"), "--data", _data.Path)).Code);
    }

    private Task<(int Code, string Output)> Verify() =>
        Programs.Cli("verify", "--export", Held("record.jsonl"), "--checkpoint", Held("checkpoint.txt"), "--key", Held("seal.pem"));

    private string Held(string file) => Path.Combine(_auditor.Path, file);
}
