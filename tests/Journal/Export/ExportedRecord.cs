using System.Text;
using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Tests.Seals;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Tests.Export;

/// <summary>A small record as an auditor holds it: the export, its checkpoints, the public keys.</summary>
internal sealed record ExportedRecord(string Text, IReadOnlyList<RecordedEvent> Events, IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<PublicSealKey> Keys)
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
        var header = new ExportHeader(ExportFormat.Name, RecordedEvent.Format(sealing.Time.GetUtcNow()), keys[0].Origin);
        Assert.Equal(2 * first, await ExportWriter.Write(sealing.Store.Journal.ReadAll(), header, output));
        return new ExportedRecord(
            Encoding.UTF8.GetString(output.ToArray()), await sealing.Events(), await sealing.Store.Seals.Checkpoints(long.MaxValue, 100), [.. keys.Select(key => key.Key)]);
    }

    public Task<VerificationReport> Verify() => Verify(Encoding.UTF8.GetBytes(Text));

    public async Task<VerificationReport> Verify(byte[] export)
    {
        using var file = new MemoryStream(export);
        return await ExportVerification.Run(file, Checkpoints, Keys);
    }

    public static async Task<List<RecordedEvent>> Read(byte[] export)
    {
        using var file = new MemoryStream(export);
        var events = new List<RecordedEvent>();
        await foreach (var exported in ExportReader.Read(file)) events.Add(exported.Event);
        return events;
    }
}
