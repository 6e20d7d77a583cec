using CityGrains.Silo;
using CityGrains.Tests;

namespace CityGrains.Bench;

/// <summary>Measures the rows that are asked for, or all of them, and writes the results.</summary>
internal static class Run
{
    private const int Rounds = 3;
    private const int Small = 10_000, Middle = 100_000, Large = 1_000_000;

    private static readonly string[] All = ["1", "2", "3", "4", "4b", "6", "7", "8", "9", "10", "11", "12"];

    /// <summary>Exit code 2 when a row is not known.</summary>
    public static async Task<int> Rows(string[] asked)
    {
        string[] rows = asked switch { [] => All, ["import"] => ["6"], _ => asked };
        if (rows.FirstOrDefault(row => !All.Contains(row)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no row '{unknown}'. bench [{string.Join(' ', All)}] | bench import | bench seed --agreements N --events M --data DIR | bench growth SMALL LARGE");
            return 2;
        }

        var results = new List<Measurement>();
        await using var postgres = new PostgresCluster { IsForcedToDisk = true };
        foreach (var row in rows.Where(row => row is not "10" || !rows.Contains("9")))
        {
            if (Missing(row) is { } reason) Console.WriteLine($"{row,-3} left out: {reason}");
            else results.AddRange(await Measured(row, postgres));
        }

        foreach (var result in results) Console.WriteLine(result);
        Results.Write(results);
        return 0;
    }

    /// <summary>Measures rows 9 and 10 on stores that <c>bench seed</c> filled before, with 10,000 and 1,000,000 events.</summary>
    public static async Task<int> Growth(string small, string large)
    {
        var results = await Growing.Measure(small, large);
        foreach (var result in results) Console.WriteLine(result);
        Results.Write(results);
        return 0;
    }

    private static string? Missing(string row) => row switch
    {
        "4" or "4b" => PostgresCluster.Missing,
        "6" when !File.Exists(Import.RealFile) => $"there is no file {Import.RealFile}",
        _ => null,
    };

    private static Task<List<Measurement>> Measured(string row, PostgresCluster postgres) => row switch
    {
        "1" => Median(() => Commands.Http(row, 1, 0.6)),
        "2" => Median(() => Commands.Http(row, 64, 2)),
        "3" => Median(() => Commands.Grains(row)),
        "4" => Median(() => Commands.HttpPostgres(row, postgres)),
        "4b" => Median(() => Commands.GrainsPostgres(row, postgres)),
        "6" => Median(() => Import.Measure(row, Import.RealFile)),
        "7" => Seeded(Middle, folder => Replay.Measure(row, folder)),
        "8" => Median(() => Reading.Measure(row)),
        "12" => Pages.Measure(row),
        "11" => Median(() => Chain.Measure(row)),
        _ => Seeded(Small, async small => await Seeded(Large, large => Growing.Measure(small, large))),
    };

    private static async Task<List<Measurement>> Median(Func<Task<Measurement>> round)
    {
        await round(); // what is compiled while it runs is not measured
        var rounds = new List<Measurement>();
        while (rounds.Count < Rounds)
        {
            rounds.Add(await round());
            Console.WriteLine(rounds[^1]);
        }

        return [Measurement.Median(rounds)];
    }

    private static async Task<List<Measurement>> Seeded(int events, Func<string, Task<IReadOnlyList<Measurement>>> measure)
    {
        using var folder = new Folder();
        Console.WriteLine($"    filling a store with {events:N0} events …");
        await Seed.Fill(new SiloOptions { DataDirectory = folder.Path }, events / 10, events, _ => { });
        return [.. await measure(folder.Path)];
    }
}
