using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace CityGrains.Bench;

/// <summary>
/// Import of a whole file over HTTP into a fresh server, against a raw batched insert of the very events it made:
/// the same table with the same unique indexes, prepared statement, 1,000 rows a transaction, WAL, synchronous=FULL, same disk.
/// </summary>
internal static class Import
{
    /// <summary>The real file, beside the repository.</summary>
    public static string RealFile { get; } = Path.GetFullPath(Path.Combine(ApiProcess.Root, "..", "shared", "data", "twin-cities.csv"));

    /// <summary>One round.</summary>
    public static async Task<Measurement> Measure(string number, string file)
    {
        using var folder = new Folder();
        var import = await Seconds(file, folder.Path);
        var (events, raw) = RawInsert.Batched(folder.Store, folder.In("raw.db"));
        return new Measurement(
            number, "import of twin-cities.csv", raw / import, 0.5,
            string.Create(CultureInfo.InvariantCulture, $"{events / import:N0} events/s ({import:F2} s)"),
            string.Create(CultureInfo.InvariantCulture, $"{events / raw:N0}/s raw batched insert ({raw:F2} s)"));
    }

    private static async Task<double> Seconds(string file, string folder)
    {
        await using var server = await ApiProcess.Start(folder);
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        using var content = new StreamContent(File.OpenRead(file));
        content.Headers.ContentType = new("text/csv");
        var clock = Stopwatch.StartNew();
        using var response = await client.PostAsync(new Uri("/api/v1/imports?map=twin-cities", UriKind.Relative), content);
        await response.Content.ReadAsStringAsync();
        clock.Stop();
        response.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalSeconds;
    }
}
