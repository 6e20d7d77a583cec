using System.Globalization;
using CityGrains.Journal;
using CityGrains.Silo;

namespace CityGrains.Bench;

/// <summary>What the hash chain costs of an append, both in processor time: row 11.</summary>
internal static class Chain
{
    private const int Appends = 40_000;

    /// <summary>One round.</summary>
    public static async Task<Measurement> Measure(string number)
    {
        using var folder = new Folder();
        var append = await Append(folder.Path);
        await using var store = await Stores.Open(new SiloOptions { DataDirectory = folder.Path });
        var events = new List<RecordedEvent>();
        await foreach (var recorded in store.Journal.ReadAll()) events.Add(recorded);
        Hash(events);
        var hash = Hash(events);
        return new Measurement(
            number, "cost of the hash chain, of an append", hash / append, 0.1,
            string.Create(CultureInfo.InvariantCulture, $"{hash:F2} µs to hash an event"),
            string.Create(CultureInfo.InvariantCulture, $"{append:F1} µs of processor time for an append, no HTTP")) { AtMost = true };
    }

    private static async Task<double> Append(string folder)
    {
        await using var node = await GrainNode.Start(new SiloOptions { DataDirectory = folder });
        await Task.WhenAll(Enumerable.Range(0, 256).Select(node.Register));
        await Report(node, Appends / 4);
        var before = Environment.CpuUsage.TotalTime;
        await Report(node, Appends);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Appends;
    }

    private static Task Report(GrainNode node, int appends) => Task.WhenAll(Enumerable.Range(0, 256).Select(async grain =>
    {
        for (var i = grain; i < appends; i += 256) await node.Report(grain);
    }));

    private static double Hash(List<RecordedEvent> events)
    {
        var before = Environment.CpuUsage.TotalTime;
        foreach (var recorded in events) HashChain.Hash(HashChain.Start, recorded);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / events.Count;
    }
}
