using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace CityGrains.Bench;

/// <summary>A server of its own process on a fresh data folder, as a user would run it.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ApiProcess(Process process, HttpClient client) => (_process, Client) = (process, client);

    /// <summary>The folder of CityGrains.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Speaks to it with its admin key.</summary>
    public HttpClient Client { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    public static async Task<ApiProcess> Start(string folder)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { Path.Combine(Root, "api/bin/Release/net10.0/CityGrains.Api.dll"), "--port", port, "--data", folder }) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("ready ", StringComparison.Ordinal)) continue;
            var client = new HttpClient { BaseAddress = new Uri(line.Split(' ')[1]), Timeout = TimeSpan.FromMinutes(10) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(folder, "admin.key"))).Trim());
            return new ApiProcess(process, client);
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CityGrains.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
