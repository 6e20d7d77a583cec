using System.Diagnostics;
using System.Globalization;
using System.Text;
using CityGrains.Silo;

namespace CityGrains.Bench;

/// <summary>The results as a page, with machine, date and commit. A run of some rows replaces these and leaves the others.</summary>
internal static class Results
{
    private const string Head = "| # | work | ratio | goal | ours | baseline | measured |\n|---|---|---|---|---|---|---|\n";

    private static string PageFile => Path.Combine(ApiProcess.Root, "bench", "RESULTS.md");

    /// <summary>Writes what was measured.</summary>
    public static void Write(IReadOnlyList<Measurement> measured)
    {
        var lines = Kept(measured.Select(one => one.Number).ToHashSet(StringComparer.Ordinal)).Concat(measured.Select(Line)).OrderBy(Order).ToList();
        var text = new StringBuilder(
            "# Results\n\nWritten by `./citygrains bench`; ratios against a baseline of the same run, median of three rounds, on this machine: ")
            .Append(Machine()).Append(".\nA missed goal is marked ✗.\n\n").Append(Head).AppendJoin('\n', lines).Append('\n');
        File.WriteAllText(PageFile, text.ToString());
        WriteCapacity();
    }

    /// <summary>Computes anew what the results mean, in docs/operations.md.</summary>
    public static int WriteCapacity() => Capacity.Write(PageFile, Path.Combine(ApiProcess.Root, "docs", "operations.md"));

    private static string Line(Measurement one) => string.Create(
        CultureInfo.InvariantCulture, $"| {one.Number} | {one.Work} | {one.Ratio:0.00} × {(one.Reached ? "✓" : "✗")} | {one.GoalText} | {one.Ours} | {one.Baseline} | {Stamp()} |");

    private static IEnumerable<string> Kept(HashSet<string> replaced) => !File.Exists(PageFile) ? [] : File.ReadLines(PageFile)
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]) && !replaced.Contains(NumberOf(line)));

    private static string NumberOf(string line) => line.Split('|')[1].Trim();

    private static (int, string) Order(string line)
    {
        var number = NumberOf(line);
        return (int.Parse(new string([.. number.TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture), number);
    }

    private static string Stamp() => string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {Commit()}, {About.Runtime}");

    private static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", ApiProcess.Root, "describe", "--always", "--dirty"])
            { RedirectStandardOutput = true, UseShellExecute = false })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    private static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores{Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, .NET {Environment.Version}, {Flush():0.00} ms to flush 4 KiB to its disk");

    /// <summary>Median time until the disk says that a page is kept: what a batch of commands shares, and a single one waits for.</summary>
    private static double Flush()
    {
        const int times = 201;
        using var folder = new Folder();
        using var file = File.Create(folder.In("flushed"), bufferSize: 1);
        var page = new byte[4096];
        var took = Enumerable.Range(0, times).Select(_ =>
        {
            var begun = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }).Order().ToList();
        return took[times / 2];
    }

    private static string Processor() => !File.Exists("/proc/cpuinfo") ? "" : File.ReadLines("/proc/cpuinfo")
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal)).Select(line => $" ({line.Split(':')[1].Trim()})").FirstOrDefault("");
}
