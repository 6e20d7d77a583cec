using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CityGrains.Bench;

/// <summary>A server in a process of its own, as a user would run it.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ApiProcess(Process process, Uri address, string key, TimeSpan start) => (_process, Address, Key, ReadyAfter) = (process, address, key, start);

    /// <summary>The folder of CityGrains.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its admin key.</summary>
    public string Key { get; }

    /// <summary>How long it took to be ready.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>Memory it holds now, MB.</summary>
    public long ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1_000_000;
        }
    }

    /// <summary>Starts ours on a data folder, and where given on a PostgreSQL database; with more arguments.</summary>
    public static async Task<ApiProcess> Start(string folder, string? database = null, params string[] more)
    {
        string[] store = database is null ? [] : ["--store", database];
        var clock = Stopwatch.StartNew();
        var (process, address) = await Launch(
            [Path.Combine(Root, "api/bin/Release/net10.0/CityGrains.Api.dll"), "--port", FreePort(), "--data", folder, .. store, .. more]);
        clock.Stop();
        return new ApiProcess(process, address, (await File.ReadAllTextAsync(Path.Combine(folder, "admin.key"))).Trim(), clock.Elapsed);
    }

    /// <summary>Starts the bare one, that answers the document in a file.</summary>
    public static async Task<ApiProcess> StartBare(string document)
    {
        var (process, address) = await Launch([typeof(ApiProcess).Assembly.Location, "bare", FreePort(), document]);
        return new ApiProcess(process, address, "none", TimeSpan.Zero);
    }

    /// <summary>So many open connections.</summary>
    public IReadOnlyList<Connection> Connect(int count) => [.. Enumerable.Range(0, count).Select(_ => new Connection(Address, Key))];

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<(Process Process, Uri Address)> Launch(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["CityGrains__Limits__PerKey"] = "0"; // one key sends all there is
        var process = Process.Start(start)!;
        process.BeginErrorReadLine(); // the admin key is not for this screen
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal)) return (process, new Uri(line.Split(' ')[1]));
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CityGrains.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
