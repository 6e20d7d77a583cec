using System.Globalization;
using CityGrains.Domain.Record;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Export;

/// <summary>
/// Verifies a record with no database: every chain recomputed from the export, the tree grown over it, its root compared with each checkpoint's at that size,
/// each checkpoint's signature checked: of those the verifier holds with the public keys the verifier trusts, of those in the file with the file's own.
/// </summary>
public sealed class ExportVerification
{
    private const int Step = 1000;

    private readonly Findings _findings = new();
    private readonly Dictionary<StreamId, (long Version, byte[] Hash)> _streams = [];
    private readonly List<(ExportedEvent Exported, byte[] Previous)> _linked = [];
    private readonly GrowingTree _tree = new(_ => { });
    private readonly Queue<Checkpoint> _ahead;
    private readonly ExportedSeals _own;
    private readonly bool _toTheByte;
    private long _proven;
    private bool _rootDiffers;

    private ExportVerification(IReadOnlyList<Checkpoint> checkpoints, bool toTheByte)
    {
        _ahead = new Queue<Checkpoint>(checkpoints.OrderBy(checkpoint => checkpoint.Size));
        _toTheByte = toTheByte;
        _own = new ExportedSeals((line, reason) => Found(OfLine(line, reason)));
    }

    /// <summary>Verifies. What is wrong is reported, never thrown.</summary>
    /// <param name="export">The file, an <see cref="ExportFormat"/>; it can say its length.</param>
    /// <param name="checkpoints">Checkpoints kept elsewhere; several narrow down where a change is.</param>
    /// <param name="keys">The public keys the verifier trusts.</param>
    /// <param name="progress">Told of bytes done, and of all there are.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<VerificationReport> Run(
        Stream export, IReadOnlyList<Checkpoint> checkpoints, IReadOnlyList<PublicSealKey> keys, IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default)
    {
        var signed = checkpoints.ToLookup(checkpoint => keys.Any(checkpoint.IsSignedBy));
        var verification = new ExportVerification([.. signed[true]], toTheByte: false);
        foreach (var checkpoint in signed[false]) verification.Found(NotSigned(checkpoint, keys));
        return verification.Report(export, progress, cancel);
    }

    /// <summary>Verifies a file against nothing but itself, to the last byte: whether it can be gone on from, not whether it is what was signed.</summary>
    public static Task<VerificationReport> RunAlone(Stream export, IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default) =>
        new ExportVerification([], toTheByte: true).Report(export, progress, cancel);

    private async Task<VerificationReport> Report(Stream export, IProgress<VerificationProgress>? progress, CancellationToken cancel)
    {
        try
        {
            await foreach (var exported in ExportReader.Read(export, cancel))
            {
                Add(exported);
                if (exported.Line % Step == 0) progress?.Report(new VerificationProgress(VerifiedPart.Events, export.Position, export.Length));
            }
        }
        catch (ExportFormatException bad)
        {
            Found(OfLine(bad.Line, bad.Reason));
        }

        CheckLinks();
        foreach (var missed in _ahead.Take(1)) Found(TooShort(missed, _tree.Size));
        return new VerificationReport(_tree.Size, _streams.Count, _findings.Earliest, _findings.Count) { Covered = _toTheByte ? null : _proven };
    }

    private void Add(ExportedLine line)
    {
        switch (line)
        {
            case ExportedEvent exported: Add(exported); break;
            case ExportedCheckpoint checkpoint: _own.Add(checkpoint, _tree); break;
            case ExportedSealKey key: _own.Add(key); break;
            case ExportedHeader header: Meet(header.Header); break;
            case ExportedEnd end: End(end); break;
        }
    }

    private void End(ExportedEnd end)
    {
        CheckLinks(); // what is wrong in particular comes before what is wrong in general
        if (_toTheByte && !end.IsAsWritten) Found(OfLine(end.Line, ExportFormatException.NotAsWritten(end.Line).Reason));
    }

    private void Meet(ExportHeader header)
    {
        if (_ahead.FirstOrDefault(checkpoint => checkpoint.Origin != header.Origin) is { } other) Found(OtherRecord(header, other));
    }

    private void Add(ExportedEvent exported)
    {
        var recorded = exported.Event;
        var (version, previous) = _streams.TryGetValue(recorded.Stream, out var last) ? last : (0, HashChain.Start);
        if (recorded.Version != version + 1) Found(exported, Reasons.NotNext(version + 1, recorded.Version));
        else _linked.Add((exported, previous));
        if (_linked.Count == Step) CheckLinks();

        _streams[recorded.Stream] = (recorded.Version, recorded.Hash);
        _tree.Append(recorded.Hash);
        while (_ahead.TryPeek(out var next) && next.Size == _tree.Size) Meet(_ahead.Dequeue());
    }

    /// <summary>Side by side: what an event is chained to is in the file as well.</summary>
    private void CheckLinks()
    {
        foreach (var (bad, _) in _linked.AsParallel().Where(link => !HashChain.Hash(link.Previous, link.Exported.Event).AsSpan().SequenceEqual(link.Exported.Event.Hash)))
            Found(bad, Reasons.HashDiffers());
        _linked.Clear();
        _own.CheckSignatures();
    }

    /// <summary>The first root that differs says where the change is; the later ones differ for the same reason.</summary>
    private void Meet(Checkpoint checkpoint)
    {
        if (_rootDiffers) return;
        _rootDiffers = !_tree.Root().AsSpan().SequenceEqual(checkpoint.Root);
        if (!_rootDiffers) _proven = checkpoint.Size;
        else Found(RootDiffers(_proven + 1, checkpoint.Size));
    }

    private void Found(ExportedEvent exported, Sentence reason) => _findings.Add(new Finding(
        VerifiedPart.Events, exported.Event.Stream.ToString(), exported.Event.Version, exported.Event.Position, OfLine(exported.Line, reason)));

    private void Found(Sentence reason) => _findings.Add(new Finding(VerifiedPart.Seals, Stream: null, Version: null, Position: null, reason));

    private static Sentence OfLine(long line, Sentence reason) => new($"Dòng {Number(line)}: {reason.Vi}", $"Line {Number(line)}: {reason.En}");

    private static Sentence NotSigned(Checkpoint checkpoint, IReadOnlyList<PublicSealKey> keys) => keys.Any(key => key.Id == checkpoint.KeyId)
        ? new Sentence(
            $"Chữ ký của điểm kiểm cỡ {Number(checkpoint.Size)} không đúng.", $"The signature of the checkpoint of size {Number(checkpoint.Size)} is wrong.")
        : new Sentence(
            $"Điểm kiểm cỡ {Number(checkpoint.Size)} nêu khóa {checkpoint.KeyId}, không có trong tệp khóa.",
            $"The checkpoint of size {Number(checkpoint.Size)} names the key {checkpoint.KeyId}, which is not in the key file.");

    private static Sentence OtherRecord(ExportHeader header, Checkpoint checkpoint) => new(
        $"Tệp ghi là của hồ sơ '{header.Origin}', điểm kiểm là của '{checkpoint.Origin}'.", $"The file says it is of the record '{header.Origin}', the checkpoint is of '{checkpoint.Origin}'.");

    private static Sentence RootDiffers(long first, long size) => new(
        $"Gốc cây khác với điểm kiểm cỡ {Number(size)}: một trong các sự kiện thứ {Number(first)} đến {Number(size)} của tệp bị sửa, thêm, bớt hoặc đổi chỗ sau khi niêm phong.",
        $"The root is not that of the checkpoint of size {Number(size)}: one of the events {Number(first)} to {Number(size)} of the file was changed, added, taken away or moved after it was sealed.");

    private static Sentence TooShort(Checkpoint checkpoint, long size) => new(
        $"Tệp có {Number(size)} sự kiện, điểm kiểm đã ký {Number(checkpoint.Size)}: có sự kiện bị bớt đi.",
        $"The file has {Number(size)} events, and a checkpoint was signed of {Number(checkpoint.Size)}: events were taken away.");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
