using System.Security.Cryptography;

namespace CityGrains.Journal.Seals.Tree;

/// <summary>The hashes of a Merkle tree, RFC 6962 section 2.1: SHA-256, leaves and nodes told apart by their first byte.</summary>
public static class MerkleHash
{
    /// <summary>Length of every hash, bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const byte LeafPrefix = 0, NodePrefix = 1;
    private const int ShortEntry = 256;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    /// <summary>The hash of a leaf: SHA-256(0x00 ‖ entry).</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        var hash = new byte[Length];
        Leaf(entry, hash);
        return hash;
    }

    /// <summary>The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Length];
        Node(left, right, hash);
        return hash;
    }

    /// <summary>Writes the hash of a leaf to a place.</summary>
    internal static void Leaf(ReadOnlySpan<byte> entry, Span<byte> into)
    {
        var bytes = entry.Length < ShortEntry ? stackalloc byte[1 + entry.Length] : new byte[1 + entry.Length];
        bytes[0] = LeafPrefix;
        entry.CopyTo(bytes[1..]);
        SHA256.HashData(bytes, into);
    }

    /// <summary>Writes the hash of two subtrees to a place, which may be one of theirs.</summary>
    internal static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Length)];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Length)..]);
        SHA256.HashData(bytes, into);
    }

    /// <summary>
    /// The root over hashes of equally high, complete subtrees, of which the last may be lower: pairs are joined level by level and an odd last one moves up,
    /// which is the tree of RFC 6962, whose left part is always the largest power of two.
    /// </summary>
    /// <param name="hashes">At least one hash, one behind the other.</param>
    internal static byte[] Root(ReadOnlySpan<byte> hashes)
    {
        var row = hashes.ToArray().AsSpan();
        for (var count = hashes.Length / Length; count > 1; count = (count + 1) / 2)
        {
            for (var i = 0; i < count / 2; i++) Node(At(row, 2 * i), At(row, (2 * i) + 1), At(row, i));
            if (count % 2 == 1) At(row, count - 1).CopyTo(At(row, count / 2));
        }

        return row[..Length].ToArray();
    }

    private static Span<byte> At(Span<byte> row, int i) => row.Slice(i * Length, Length);
}
