namespace CityGrains.Journal.Seals.Tree;

/// <summary>
/// Neighbouring hashes of one height, at most <see cref="Width"/>, kept together: a tree of a million leaves is some four thousand tiles, and a proof reads a
/// few of them. A full tile's root is a hash of the tile above it, so heights go up by eight: 0 (the leaves), 8, 16, …
/// </summary>
/// <param name="Level">0 for leaf hashes, 1 for roots of 256 of them, and so on.</param>
/// <param name="Number">Its place in its level, from 0, from the left.</param>
/// <param name="Hashes">The hashes, one behind the other; only the last tile of a level has fewer than <see cref="Width"/>.</param>
public sealed record Tile(int Level, long Number, byte[] Hashes)
{
    /// <summary>How many levels of the tree a tile stands for.</summary>
    public const int Height = 8;

    /// <summary>How many hashes a full tile has.</summary>
    public const int Width = 1 << Height;

    /// <summary>How many hashes it has.</summary>
    public int Count => Hashes.Length / MerkleHash.Length;

    /// <summary>The root of some of its hashes.</summary>
    public byte[] Root(int first, int count) => MerkleHash.Root(Hashes.AsSpan(first * MerkleHash.Length, count * MerkleHash.Length));

    /// <summary>The tile as it was when it had only that many hashes.</summary>
    public Tile Take(int count) => count == Count ? this : this with { Hashes = Hashes[..(count * MerkleHash.Length)] };
}
