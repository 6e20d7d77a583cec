using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Verification;

namespace CityGrains.Cli.Record;

/// <summary><c>verify --export --checkpoint --key</c>: an auditor's verification, on any machine, with no database.</summary>
internal static class OfflineVerification
{
    /// <summary>0: the export is the record that was signed; 1: it is not, and what is wrong is named; 2: not begun.</summary>
    public static async Task<int> Run(FileInfo export, FileInfo checkpoint, FileInfo key, CancellationToken cancel)
    {
        try
        {
            var checkpoints = await Read(checkpoint, Checkpoint.ParseAll, cancel);
            var keys = await Read(key, text => PublicSealKey.FromPem(text), cancel);
            await using var file = export.OpenRead();
            using var line = new ProgressLine();
            var report = await ExportVerification.Run(
                file, checkpoints, keys, line.Of<VerificationProgress>(progress => ("Bytes", progress.Done, progress.Total)), cancel);
            line.End();
            return await FindingLines.Tell(report, $"chains whole, the checkpoint of size {checkpoints.Max(signed => signed.Size)} holds");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            await Console.Error.WriteLineAsync(cause.Message);
            return StoppedStore.NotBegun;
        }
    }

    private static async Task<T> Read<T>(FileInfo file, Func<string, T> parse, CancellationToken cancel)
    {
        var text = await File.ReadAllTextAsync(file.FullName, cancel);
        try
        {
            return parse(text);
        }
        catch (FormatException cause)
        {
            throw new FormatException($"{file.Name}: {cause.Message}", cause);
        }
    }
}
