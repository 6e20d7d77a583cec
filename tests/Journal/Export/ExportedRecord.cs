using System.Text;
using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Tests.Seals;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Tests.Export;

/// <summary>A small record as an auditor holds it: the export, its checkpoints, the public keys.</summary>
internal sealed record ExportedRecord(
    string Text, IReadOnlyList<RecordedEvent> Events, IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<PublicSealKey> Keys)
{
    public static async Task<ExportedRecord> Make(params int[] citiesByCheckpoint)
    {
        await using var sealing = await SealedStore.Open();
        var first = 0;
        foreach (var cities in citiesByCheckpoint)
        {
            await sealing.Register(first, cities);
            first += cities;
            await sealing.Sealer.Seal();
        }

        var keys = await sealing.Store.Seals.Keys();
        using var output = new MemoryStream();
        Assert.Equal(2 * first, await ExportWriter.Write(new OpenRecord(sealing.Store), sealing.Time.GetUtcNow(), output));
        return new ExportedRecord(
            Encoding.UTF8.GetString(output.ToArray()), await sealing.Events(), await sealing.Store.Seals.Checkpoints(long.MaxValue, 100), [.. keys.Select(key => key.Key)]);
    }

    public Task<VerificationReport> Verify() => Verify(Encoding.UTF8.GetBytes(Text));

    public async Task<VerificationReport> Verify(byte[] export)
    {
        using var file = new MemoryStream(export);
        return await ExportVerification.Run(file, Checkpoints, Keys);
    }

    /// <summary>Where the file has an event: a line from 1.</summary>
    public int LineOf(RecordedEvent recorded) => 1 + Array.FindIndex(
        Text.Split('\n'), line => line.StartsWith($"{{\"stream\":\"{recorded.Stream}\",\"version\":{recorded.Version},", StringComparison.Ordinal));

    public static async Task<List<RecordedEvent>> Read(byte[] export)
    {
        using var file = new MemoryStream(export);
        var events = new List<RecordedEvent>();
        await foreach (var exported in ExportReader.Read(file).OfType<ExportedEvent>()) events.Add(exported.Event);
        return events;
    }
}
