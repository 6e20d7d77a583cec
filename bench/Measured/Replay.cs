using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Silo;
using Microsoft.Data.Sqlite;

namespace CityGrains.Bench;

/// <summary>
/// Fold of every stream against reading and parsing the same events raw, and verification against hashing their bytes as they are read: row 7.
/// </summary>
internal static class Replay
{
    /// <summary>One round over a seeded store.</summary>
    public static async Task<IReadOnlyList<Measurement>> Measure(string number, string folder)
    {
        var options = new SiloOptions { DataDirectory = folder };
        var events = Raw(options.DatabaseFile, _ => { });
        var parse = Seconds(() => Raw(options.DatabaseFile, Parse));
        var hash = Seconds(() => Raw(options.DatabaseFile, Hash));
        var store = await Stores.Open(options);
        var fold = await Seconds(() => Fold(store.Journal));
        var verify = await Seconds(() => Verify(store));
        var rebuild = await Seconds(() => store.Rebuild());
        await store.DisposeAsync();
        var (rebuild1, verify1) = await OnOneCore(folder);
        return
        [
            new($"{number} fold", "replay: fold of every stream", parse / fold, 0.5, Rate(events, fold), Rate(events, parse) + " read and JSON-parsed raw"),
            new($"{number} verify", "verify: chain, rows, index, seals", hash / verify, 0.5, Rate(events, verify),
                Rate(events, hash) + " read and hashed with plain SHA-256"),
            new($"{number} rebuild on 2", "replay into rows on 2 cores, of 1", rebuild1 / rebuild, 1.6, $"{Text(rebuild)} s",
                $"{Text(rebuild1)} s on one core"),
            new($"{number} verify on 2", "verify on 2 cores, of 1", verify1 / verify, 1.6, $"{Text(verify)} s", $"{Text(verify1)} s on one core"),
        ];
    }

    /// <summary>Rebuilds and verifies in this process, and prints both times in seconds; the caller has bound it to a core.</summary>
    public static async Task<int> Print(string folder)
    {
        await using var store = await Stores.Open(new SiloOptions { DataDirectory = folder });
        var (rebuild, verify) = (await Seconds(() => store.Rebuild()), await Seconds(() => Verify(store)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rebuild} {verify}"));
        return 0;
    }

    private static async Task<(double Rebuild, double Verify)> OnOneCore(string folder)
    {
        using var child = Process.Start(new ProcessStartInfo("taskset", ["-c", "0", "dotnet", typeof(Replay).Assembly.Location, "replay", folder])
            { RedirectStandardOutput = true, UseShellExecute = false })!;
        var times = (await child.StandardOutput.ReadToEndAsync()).Split(' ');
        return (double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
    }

    private static async Task Fold(IJournal journal)
    {
        var streams = new Dictionary<StreamId, Folding>();
        await foreach (var recorded in journal.ReadAll())
        {
            if (!streams.TryGetValue(recorded.Stream, out var folding)) streams.Add(recorded.Stream, folding = Folding.Of(recorded.Stream));
            folding.Add(recorded);
        }
    }

    private static async Task Verify(IStore store)
    {
        if (await store.Verify() is { IsIntact: false } report)
            throw new InvalidOperationException($"The seeded store is not intact: {report.Findings[0].Reason.En}");
    }

    private static long Raw(string file, Action<SqliteDataReader> each)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT data, meta FROM events ORDER BY position";
        using var reader = command.ExecuteReader();
        long events = 0;
        for (; reader.Read(); events++) each(reader);
        return events;
    }

    private static void Parse(SqliteDataReader row)
    {
        using var data = JsonDocument.Parse(row.GetString(0));
        using var meta = JsonDocument.Parse(row.GetString(1));
    }

    private static void Hash(SqliteDataReader row)
    {
        SHA256.HashData(Encoding.UTF8.GetBytes(row.GetString(0)));
        SHA256.HashData(Encoding.UTF8.GetBytes(row.GetString(1)));
    }

    private static double Seconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> Seconds(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }

    private static string Rate(long events, double seconds) => string.Create(CultureInfo.InvariantCulture, $"{events / seconds:N0} events/s");

    private static string Text(double seconds) => seconds.ToString("F2", CultureInfo.InvariantCulture);
}
