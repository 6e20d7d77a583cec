using System.Net;
using System.Net.Sockets;
using CityGrains.Api.Startup;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Tests;

public class Starting
{
    [Theory]
    [InlineData("--port", "x")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", null)]
    [InlineData("--prot", "5080")]
    [InlineData("--sample=perhaps", null)]
    [InlineData("--store", null)]
    public async Task Options_that_cannot_be_met_are_named_in_both_languages(string option, string? value)
    {
        using var error = new StringWriter();
        var code = await Server.Run([option, .. value is null ? Array.Empty<string>() : [value]], TextWriter.Null, error);

        Assert.Equal(2, code);
        var lines = error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Contains(option.Split('=')[0], line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_folder_it_makes_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has rights of another kind");
        await using var server = new ApiServer();
        await server.InitializeAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(server.Folder).UnixFileMode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_keys_are_shown_unless_what_is_said_is_kept(bool shows)
    {
        var said = string.Join('\n', await new FirstKeys("/data", shows).Lines("cg_admin", key => Task.FromResult($"http://x/{key}"), "cg_second"));
        Assert.Equal(shows, said.Contains("cg_", StringComparison.Ordinal));
        Assert.Contains("/data/admin.key", said, StringComparison.Ordinal);
        Assert.Contains("/data/approver.key", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence_and_no_stack_trace()
    {
        using var folder = new DataFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var error = new StringWriter();

        var code = await Server.Run(["--data", folder.Path, $"--port={port}"], TextWriter.Null, error);

        Assert.Equal(1, code);
        Assert.Contains($"Port {port} is in use", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_use_names_the_process_that_holds_it()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        using var error = new StringWriter();

        Assert.Equal(1, await Server.Run(["--data", server.Folder, "--port", "0"], TextWriter.Null, error));
        Assert.Contains($"{Environment.ProcessId}", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_has_stopped_holds_no_file_of_its_store_open()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self/fd"), "which files are open is read from /proc, which this system does not have");
        string folder;
        await using (var server = new ApiServer())
        {
            await server.InitializeAsync();
            folder = server.Folder;
            Assert.NotEmpty(Held(folder));
        }

        Assert.Empty(Held(folder));
    }

    [Fact]
    public async Task The_portfolio_is_read_before_anybody_asks()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        await Webhooks.WebhookServer.Eventually(() => Task.FromResult(server.Service<KnownPortfolio>().IsRead));
    }

    private static List<string> Held(string folder) =>
        [.. Directory.EnumerateFiles("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget).OfType<string>().Where(file => file.StartsWith(folder, StringComparison.Ordinal))];
}
