using CityGrains.Domain.Record;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Seals.Verification;

namespace CityGrains.Journal.Export;

/// <summary>
/// The keys and checkpoints that stand in an export itself, held against its events and against each other.
/// They show where a file was damaged or carelessly changed; whoever made it anew could have made them as well.
/// </summary>
internal sealed class ExportedSeals(Action<long, Sentence> found)
{
    private readonly Dictionary<string, KeyStatement> _keys = new(StringComparer.Ordinal);
    private readonly List<ExportedCheckpoint> _signed = [];
    private KeyStatement? _last;
    private bool _rootDiffers;

    /// <summary>The next key.</summary>
    public void Add(ExportedSealKey key)
    {
        if (!key.Statement.IsRightAfter(_last)) found(key.Line, SealReasons.KeyNotIntroduced(key.Statement.Number));
        _keys[key.Statement.Key.Id] = _last = key.Statement;
    }

    /// <summary>A checkpoint of the events so far.</summary>
    public void Add(ExportedCheckpoint exported, GrowingTree tree)
    {
        var checkpoint = exported.Checkpoint;
        _signed.Add(exported);
        if (checkpoint.Size != tree.Size) found(exported.Line, OutOfPlace(checkpoint.Size, tree.Size));
        else if (!_rootDiffers && !tree.Root().AsSpan().SequenceEqual(checkpoint.Root))
        {
            _rootDiffers = true; // the later ones differ for the same reason
            found(exported.Line, RootDiffers(checkpoint.Size));
        }
    }

    /// <summary>Checks the signatures that were passed since the last time, side by side.</summary>
    public void CheckSignatures()
    {
        foreach (var bad in _signed.AsParallel().AsOrdered().Where(exported => !IsSigned(exported.Checkpoint)).ToList()) found(bad.Line, SealReasons.NotSigned(bad.Checkpoint.Size));
        _signed.Clear();
    }

    private bool IsSigned(Checkpoint checkpoint) =>
        _keys.TryGetValue(checkpoint.KeyId, out var key) && key.Origin == checkpoint.Origin && checkpoint.IsSignedBy(key.Key);

    private static Sentence OutOfPlace(long size, long events) => new(
        string.Create(Invariant, $"Điểm kiểm cỡ {size} đứng sau {events} sự kiện: có sự kiện bị thêm hoặc bớt trước dòng này."),
        string.Create(Invariant, $"The checkpoint of size {size} stands after {events} events: some were added or taken away before this line."));

    private static Sentence RootDiffers(long size) => new(
        string.Create(Invariant, $"Gốc cây khác với điểm kiểm cỡ {size}: một sự kiện trước dòng này bị sửa, thêm, bớt hoặc đổi chỗ sau khi niêm phong."),
        string.Create(Invariant, $"The root is not that of the checkpoint of size {size}: an event before this line was changed, added, taken away or moved after it was sealed."));

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
