using System.Diagnostics;
using System.Globalization;
using CityGrains.Silo;

namespace CityGrains.Bench;

/// <summary><c>bench seed --agreements N --events M --data DIR</c>, or <c>--store "…"</c> for PostgreSQL.</summary>
internal static class SeedCommand
{
    /// <summary>Exit code 2 when an option is wrong.</summary>
    public static async Task<int> Run(string[] args)
    {
        var given = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var folder = given.GetValueOrDefault("--data");
        if (!int.TryParse(given.GetValueOrDefault("--agreements"), CultureInfo.InvariantCulture, out var agreements) || agreements < 1
            || !int.TryParse(given.GetValueOrDefault("--events"), CultureInfo.InvariantCulture, out var events) || events < 10 * agreements || folder is null)
        {
            await Console.Error.WriteLineAsync("bench seed --agreements N --events M --data DIR [--store \"connection string\"]; M is at least ten times N");
            return 2;
        }

        var clock = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        await Seed.Fill(new SiloOptions { DataDirectory = folder, Postgres = given.GetValueOrDefault("--store") }, agreements, events, Progress);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{agreements} agreements, {events} events in {clock.Elapsed.TotalSeconds:F0} s"));
        return 0;

        void Progress(long recorded)
        {
            if (clock.Elapsed - told < TimeSpan.FromSeconds(1)) return;
            told = clock.Elapsed;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{recorded} of {events} events"));
        }
    }
}
