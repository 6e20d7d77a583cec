using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace CityGrains.EndToEnd.Tests;

/// <summary>The program as a user runs it: its own process, its own data folder, real HTTP.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private Server(Process process, string ready, string data)
    {
        _process = process;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        Ready = ready;
        Client = new HttpClient { BaseAddress = new Uri(ready.Split(' ')[1]), Timeout = Patience };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(data, "admin.key")).Trim());
    }

    /// <summary>The ready line.</summary>
    public string Ready { get; }

    /// <summary>Where it listens.</summary>
    public string Url => Ready.Split(' ')[1];

    /// <summary>Speaks to it with its admin key.</summary>
    public HttpClient Client { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts one and waits for its ready line.</summary>
    public static async Task<Server> Start(string data, IReadOnlyDictionary<string, string>? environment = null, params string[] more)
    {
        var process = Programs.Start(
            "api", "CityGrains.Api", environment, ["--port", FreePort().ToString(CultureInfo.InvariantCulture), "--data", data, .. more]);
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal)) return new Server(process, line, data);
        }

        throw new InvalidOperationException("The server ended before it was ready: " + await process.StandardError.ReadToEndAsync(patience.Token));
    }

    /// <summary>kill -9: no chance to finish anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as systemd and Ctrl-C do; returns the exit code.</summary>
    public async Task<int> Terminate()
    {
        using (var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
