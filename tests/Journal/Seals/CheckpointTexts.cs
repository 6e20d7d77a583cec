using System.Diagnostics;
using System.Text;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>The text of a checkpoint: what a third party reads and checks.</summary>
public sealed class CheckpointTexts : IDisposable
{
    private readonly SealKey _key = SealKey.Create();

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_checkpoint_is_five_lines_an_empty_one_and_a_signature()
    {
        var lines = Signed().Note.ToString().Split('\n');
        Assert.Equal(
            ["citygrains/0123456789abcdef", "42", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "time 2026-03-02T01:02:03.123456Z", $"key {_key.Public.Id}",
                ""],
            lines.Take(6));
        Assert.StartsWith("— citygrains/0123456789abcdef ", lines[6], StringComparison.Ordinal);
        Assert.Equal("", lines[7]);
        Assert.Equal(8, lines.Length);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var written = Signed();
        var read = Checkpoint.Parse(written.Note.ToString());
        Assert.Equal((written.Origin, written.Size, written.Time, written.KeyId), (read.Origin, read.Size, read.Time, read.KeyId));
        Assert.Equal(written.Root, read.Root);
        Assert.True(read.IsSignedBy(_key.Public));
        Assert.Equal(3, Checkpoint.ParseAll(string.Join('\n', Enumerable.Repeat(written.Note.ToString(), 3))).Count);
    }

    [Fact]
    public void Every_single_changed_character_is_found()
    {
        var written = Signed().Note.ToString();
        for (var i = 0; i < written.Length; i++)
        {
            foreach (var other in new[] { (char)(written[i] ^ 1), 'A', ' ', '\n' })
            {
                if (other == written[i]) continue;
                var altered = new StringBuilder(written) { [i] = other }.ToString();
                Assert.False(IsRight(altered), $"passes with '{other}' at {i}");
            }

            Assert.False(IsRight(written.Remove(i, 1)), $"passes without character {i}");
        }
    }

    [Fact]
    public async Task Openssl_verifies_a_checkpoint_as_the_manual_says()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("checkpoint.txt"), Signed().Note.ToString());
        await File.WriteAllTextAsync(folder.File("seal.pem"), _key.Public.Pem);
        var (code, output) = await Shell(folder.Path, """
            command -v openssl >/dev/null || exit 99
            sed '/^$/,$d' checkpoint.txt > body
            tail -n 1 checkpoint.txt | cut -d' ' -f3 | base64 -d | tail -c +5 > signature
            openssl dgst -sha256 -verify seal.pem -signature signature body
            """);
        Assert.SkipWhen(code == 99, "openssl is not installed");
        Assert.Equal((0, "Verified OK\n"), (code, output));
    }

    [Fact]
    public void A_key_file_may_hold_several_keys_and_words_around_them()
    {
        using var other = SealKey.Create();
        var keys = PublicSealKey.FromPem($"the first\n{_key.Public.Pem}\nthe second, since 2026\n{other.Public.Pem}\n");
        Assert.Equal([_key.Public, other.Public], keys);
        Assert.Throws<FormatException>(() => PublicSealKey.FromPem("no key here"));
        Assert.Throws<FormatException>(() => PublicSealKey.FromPem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"));
    }

    private Checkpoint Signed() =>
        Checkpoint.Sign("citygrains/0123456789abcdef", 42, MerkleHash.Empty, DateTimeOffset.Parse("2026-03-02T01:02:03.1234567Z", null), _key);

    private bool IsRight(string written)
    {
        try
        {
            return Checkpoint.Parse(written).IsSignedBy(_key.Public);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Output)> Shell(string folder, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, output);
    }
}
