using CityGrains.Journal.Export;

namespace CityGrains.Cli.Export;

/// <summary>One of the ways to write a whole record; see <see cref="ExportWriter"/>.</summary>
internal delegate Task<long> RecordWriting(IWholeRecord record, DateTimeOffset now, Stream output, IProgress<long>? progress, CancellationToken cancel);

/// <summary>Writes a whole record to a file, with progress.</summary>
internal static class RecordFile
{
    /// <summary>Writes it; answers how many events.</summary>
    public static async Task<long> Write(IWholeRecord record, FileInfo file, bool secret, RecordWriting write, CancellationToken cancel)
    {
        var total = await record.Seals.Size(cancel);
        using var line = new ProgressLine();
        var progress = line.Of<long>(done => ("Events", done, Math.Max(done, total)));
        return await NewFile.Write(file, secret, output => write(record, TimeProvider.System.GetUtcNow(), output, progress, cancel));
    }
}
