using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Seals;

/// <summary>
/// The sealed tree as it is kept: roots and proofs of any size it has had, from a few tiles. For one question or a few; tiles once read are kept.
/// </summary>
public sealed class SealedTree(ISeals seals)
{
    private readonly Dictionary<(int Level, long Number), Tile> _tiles = [];

    /// <summary>The root at a size.</summary>
    public Task<byte[]> Root(long size, CancellationToken cancel = default) => Hash(new LeafRange(0, size), cancel);

    /// <summary>A leaf's hash.</summary>
    public Task<byte[]> Leaf(long index, CancellationToken cancel = default) => Hash(new LeafRange(index, index + 1), cancel);

    /// <summary>The proof that a leaf is in the tree of a size.</summary>
    public Task<IReadOnlyList<byte[]>> Inclusion(long index, long size, CancellationToken cancel = default) =>
        Hashes(MerkleProof.Inclusion(index, size), cancel);

    /// <summary>The proof that the tree of a size begins with that of an earlier one.</summary>
    public Task<IReadOnlyList<byte[]>> Consistency(long from, long to, CancellationToken cancel = default) => Hashes(MerkleProof.Consistency(from, to), cancel);

    /// <summary>The tree to append to.</summary>
    internal async Task<GrowingTree> Grow(long size, Action<Tile> full, CancellationToken cancel)
    {
        var last = new List<Tile>();
        foreach (var (level, number, count) in GrowingTree.LastTiles(size))
            last.Add(count == 0 ? new Tile(level, number, []) : (await Tile(level, number, count, cancel)).Take(count));
        return new GrowingTree(size, last, full);
    }

    private async Task<IReadOnlyList<byte[]>> Hashes(IReadOnlyList<LeafRange> ranges, CancellationToken cancel)
    {
        var hashes = new List<byte[]>();
        foreach (var range in ranges) hashes.Add(await Hash(range, cancel));
        return hashes;
    }

    private async Task<byte[]> Hash(LeafRange range, CancellationToken cancel)
    {
        if (range.Count == 0) return MerkleHash.Empty;
        if (range.IsComplete) return await Node(range.Level, range.First >> range.Level, cancel);
        var (left, right) = range.Split();
        var (one, other) = (await Hash(left, cancel), await Hash(right, cancel));
        return MerkleHash.Node(one, other);
    }

    /// <summary>The root of the complete subtree with that index among those of its height.</summary>
    private async Task<byte[]> Node(int height, long index, CancellationToken cancel)
    {
        var (level, within) = Math.DivRem(height, Seals.Tree.Tile.Height);
        var first = index << within;
        var place = (int)(first % Seals.Tree.Tile.Width);
        var count = 1 << within;
        return (await Tile(level, first / Seals.Tree.Tile.Width, place + count, cancel)).Root(place, count);
    }

    private async Task<Tile> Tile(int level, long number, int needed, CancellationToken cancel)
    {
        if (!_tiles.TryGetValue((level, number), out var tile))
        {
            tile = await seals.Tile(level, number, cancel);
            if (tile is not null) _tiles.Add((level, number), tile);
        }

        return tile?.Count >= needed ? tile
            : throw new JournalUnavailableException($"The store is damaged: tile {number} of level {level} of the seals is not whole.");
    }
}
