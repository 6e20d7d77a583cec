using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Globalization;

namespace CityGrains.Torture;

/// <summary>The server as a process of its own, which can be killed at any moment.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The key the server is started with.</summary>
    public const string Key = "cg_torture-0123456789-0123456789";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _said;

    private ServerProcess(Process process)
    {
        _process = process;
        _said = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one; it is not ready yet.</summary>
    public static ServerProcess Start(string data, string? store)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments = [Path.Combine(Root(), "api/bin/Release/net10.0/CityGrains.Api.dll"), "--data", data, "--port", FreePort(),
            .. store is null ? (string[])[] : ["--store", store]];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["CITYGRAINS_ADMIN_KEY"] = Key;
        start.Environment["CityGrains__Limits__PerKey"] = "0"; // one key sends all there is
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it is ready; answers where it listens.</summary>
    /// <exception cref="ServerNotReadyException">It ended before.</exception>
    public async Task<Uri> Ready()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("ready ", StringComparison.Ordinal)) continue;
            _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new Uri(line.Split(' ')[1]);
        }

        throw new ServerNotReadyException(await _said);
    }

    /// <summary>kill -9: no chance to finish anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _said;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CityGrains.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}

/// <summary>The server ended before it was ready, and said why.</summary>
internal sealed class ServerNotReadyException(string said) : Exception($"The server ended before it was ready: {said.Trim()}");
