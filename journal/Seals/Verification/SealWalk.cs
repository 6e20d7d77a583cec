using CityGrains.Domain.Record;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Seals.Verification;

/// <summary>
/// Walks over the sealed events and lets the tree grow again. Where an event is not what its leaf says, the next checkpoint tells which of the two was changed:
/// a root made from the events that is the signed one clears the events.
/// </summary>
internal sealed class SealWalk
{
    private readonly ISealReading _seals;
    private readonly Findings _findings;
    private readonly GrowingTree _tree;
    private readonly Queue<Tile> _full = new();
    private Tile? _stored;
    private SealedEvent? _suspect;
    private FeedCursor _last;
    private long _proven;

    public SealWalk(ISealReading seals, Findings findings)
    {
        (_seals, _findings) = (seals, findings);
        _tree = new GrowingTree(_full.Enqueue);
    }

    /// <summary>How many leaves it has passed.</summary>
    public long Size => _tree.Size;

    /// <summary>How many leaves the latest checkpoint covers that agrees.</summary>
    public long Proven => _proven;

    /// <summary>The next leaf; false when there is no sense in going on.</summary>
    public async Task<bool> Add(SealedEvent leaf, CancellationToken cancel)
    {
        if (leaf.Leaf != Size) return Stop(leaf, SealReasons.LeafMissing(Size));
        if (!leaf.Place.IsAfter(_last)) return Stop(leaf, SealReasons.OutOfOrder(leaf.Leaf));
        if (leaf.Hash is null) return Stop(leaf, SealReasons.EventGone(leaf.Leaf));

        _last = leaf.Place;
        var hash = MerkleHash.Leaf(leaf.Hash);
        var (number, place) = Math.DivRem(leaf.Leaf, Tile.Width);
        if (_stored?.Number != number) _stored = await _seals.Tile(0, number, cancel) ?? new Tile(0, number, []);
        if (place >= _stored.Count || !_stored.Hashes.AsSpan((int)place * MerkleHash.Length, MerkleHash.Length).SequenceEqual(hash)) _suspect ??= leaf;

        _tree.AppendLeaf(hash);
        while (_full.TryDequeue(out var tile))
        {
            if (tile.Level > 0) await Compare(tile, cancel);
        }

        return true;
    }

    /// <summary>A checkpoint of the size it has reached; false when there is no sense in going on.</summary>
    public bool Meet(Checkpoint checkpoint)
    {
        var agrees = _tree.Root().AsSpan().SequenceEqual(checkpoint.Root);
        if (!agrees) return _suspect is null ? Stop(at: null, SealReasons.RootDiffers(_proven, checkpoint.Size))
            : Stop(_suspect, SealReasons.EventChanged(_suspect.Leaf));

        if (_suspect is not null) _findings.Add(Of(at: null, SealReasons.TileDiffers(0, _suspect.Leaf / Tile.Width)));
        (_suspect, _proven) = (null, checkpoint.Size);
        return true;
    }

    /// <summary>The last leaf was passed.</summary>
    public async Task End(CancellationToken cancel)
    {
        if (_suspect is not null) Stop(_suspect, SealReasons.EventChanged(_suspect.Leaf));
        foreach (var tile in _tree.Open) await Compare(tile, cancel);
    }

    /// <summary>A tile that is not full may have grown since its leaves were read, and the tree with it: asked after the tile, its size tells.</summary>
    private async Task Compare(Tile tile, CancellationToken cancel)
    {
        if (_suspect is not null) return;
        var stored = await _seals.Tile(tile.Level, tile.Number, cancel);
        var agrees = stored is not null && stored.Hashes.AsSpan().StartsWith(tile.Hashes)
            && (stored.Count == tile.Count || (tile.Count < Tile.Width && await _seals.Size(cancel) > Size));
        if (!agrees) _findings.Add(Of(at: null, SealReasons.TileDiffers(tile.Level, tile.Number)));
    }

    private bool Stop(SealedEvent? at, Sentence reason)
    {
        _findings.Add(Of(at, reason));
        return false;
    }

    private static Finding Of(SealedEvent? at, Sentence reason) => new(VerifiedPart.Seals, at?.Stream, at?.Version, at?.Place.Position, reason);
}
