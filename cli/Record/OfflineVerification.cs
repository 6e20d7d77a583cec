using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Verification;

namespace CityGrains.Cli.Record;

/// <summary><c>verify --export</c>: verification on any machine, with no database.</summary>
internal static class OfflineVerification
{
    /// <summary>With what the auditor keeps. 0: the export is the record that was signed; 1: it is not, and what is wrong is named.</summary>
    public static async Task<int> Run(FileInfo export, FileInfo checkpoint, FileInfo key, CancellationToken cancel)
    {
        var checkpoints = await Read(checkpoint, Checkpoint.ParseAll, cancel);
        var keys = await Read(key, text => PublicSealKey.FromPem(text), cancel);
        return await Tell(
            export, (file, progress) => ExportVerification.Run(file, checkpoints, keys, progress, cancel),
            $"chains whole, the checkpoint of size {checkpoints.Max(signed => signed.Size)} holds");
    }

    /// <summary>With nothing but the file. 0: it is as it was written and agrees with itself, and can be restored; 1: it does not.</summary>
    public static Task<int> RunAlone(FileInfo export, CancellationToken cancel) => Tell(
        export, (file, progress) => ExportVerification.RunAlone(file, progress, cancel),
        "chains whole, as written; held against nothing but itself: --checkpoint and --key hold it against what is kept elsewhere");

    private static async Task<int> Tell(FileInfo export, Func<FileStream, IProgress<VerificationProgress>, Task<VerificationReport>> verify, string intact)
    {
        await using var file = GivenFile.Open(export);
        using var line = new ProgressLine();
        var report = await verify(file, line.Of<VerificationProgress>(progress => ("Bytes", progress.Done, progress.Total)));
        line.End();
        return await FindingLines.Tell(report, intact);
    }

    private static async Task<T> Read<T>(FileInfo file, Func<string, T> parse, CancellationToken cancel)
    {
        using var text = new StreamReader(GivenFile.Open(file));
        try
        {
            return parse(await text.ReadToEndAsync(cancel));
        }
        catch (FormatException cause)
        {
            throw new FormatException($"{file.Name}: {cause.Message}", cause);
        }
    }
}
