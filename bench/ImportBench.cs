using System.Diagnostics;
using System.Globalization;

namespace CityGrains.Bench;

/// <summary>
/// Import of a whole file over HTTP into a fresh server, against a raw batched insert of the very events it made:
/// the same table with the same unique indexes, prepared statement, 1,000 rows a transaction, WAL, synchronous=FULL, same disk.
/// </summary>
internal static class ImportBench
{
    public static async Task<int> Run(string[] args)
    {
        var rounds = args is [.., "--rounds", var n] ? int.Parse(n, CultureInfo.InvariantCulture) : 3;
        var file = args is [var given, ..] && !given.StartsWith('-') ? given : Path.Combine(ApiProcess.Root, "..", "shared", "data", "twin-cities.csv");
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {Path.GetFullPath(file)}; name one: ./citygrains bench import FILE");
            return 2;
        }

        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var folder = Directory.CreateTempSubdirectory("citygrains-bench-").FullName;
            try
            {
                var (import, summary) = await Import(file, folder);
                var (events, raw) = RawInsert.Measure(Path.Combine(folder, "citygrains.db"), Path.Combine(folder, "raw.db"));
                ratios.Add(raw / import);
                Print($"round {round}: raw batched insert {events} events in {raw:F2} s ({events / raw:N0}/s); import in {import:F2} s ({events / import:N0}/s): ratio {raw / import:F2}   {summary}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        ratios.Sort();
        Print($"import ratio {ratios[ratios.Count / 2]:F2} (median of {rounds}; goal ≥ 0.5), the server fresh each time");
        return 0;
    }

    private static async Task<(double Seconds, string Summary)> Import(string file, string folder)
    {
        await using var server = await ApiProcess.Start(folder);
        using var content = new StreamContent(File.OpenRead(file));
        content.Headers.ContentType = new("text/csv");
        var clock = Stopwatch.StartNew();
        using var response = await server.Client.PostAsync(new Uri("/api/v1/imports?map=twin-cities", UriKind.Relative), content);
        var answer = await response.Content.ReadAsStringAsync();
        clock.Stop();
        response.EnsureSuccessStatusCode();
        return (clock.Elapsed.TotalSeconds, answer.TrimEnd().Split('\n')[^1]);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
