using CityGrains.Cli.Doctor;
using CityGrains.Cli.Tests.Import;

namespace CityGrains.Cli.Tests.Doctor;

/// <summary><c>citygrains doctor</c>, against a real server and a folder with faults.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public async Task A_running_node_is_looked_at_and_a_key_that_others_can_read_and_a_missing_backup_are_faults()
    {
        await using var server = await RunningServer.Start();
        var key = Path.Combine(server.Folder, "admin.key");

        var (code, output) = await Run("--data", server.Folder, "--url", server.Url);
        Assert.True(code == 0, output);
        foreach (var part in (string[])["sdk", "disk", "files", "clock", "folder", "key", "version", "store", "seals", "chain", "lag", "append", "unsealed"])
            Assert.Matches($@"(?m)^(ok|advice) +{part} ", output);

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        (code, output) = await Run("--data", server.Folder, "--backup", Path.Combine(server.Folder, "none"));
        Assert.Equal(1, code);
        Assert.Matches("(?m)^FAULT +key .*chmod 600", output);
        Assert.Matches("(?m)^FAULT +backup ", output);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_a_fault()
    {
        var (code, output) = await Run("--store", "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=hidden;Timeout=2");
        Assert.Equal(1, code);
        Assert.Matches("(?m)^FAULT +store .*cannot be reached", output);
        Assert.DoesNotContain("hidden", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var before = Console.Out;
        Console.SetOut(said);
        try
        {
            return (await DoctorCommand.Create().Parse(arguments).InvokeAsync(), said.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
