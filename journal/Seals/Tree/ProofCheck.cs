using System.Numerics;

namespace CityGrains.Journal.Seals.Tree;

/// <summary>Checks proofs with nothing but hashes, as anybody outside can.</summary>
public static class ProofCheck
{
    /// <summary>True when the path leads from the leaf to the root: RFC 9162 section 2.1.3.2.</summary>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="index">Its index.</param>
    /// <param name="size">The tree's size.</param>
    /// <param name="path">The proof.</param>
    /// <param name="root">The tree's root.</param>
    public static bool Inclusion(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size) return false;
        var (at, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if (IsRight(at, last))
            {
                hash = MerkleHash.Node(sibling, hash);
                SkipLevelsWithoutSibling(ref at, ref last);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>True when the path shows that the later tree begins with the earlier one: RFC 9162 section 2.1.4.2.</summary>
    /// <param name="from">Size of the earlier tree.</param>
    /// <param name="to">Size of the later tree.</param>
    /// <param name="fromRoot">Root of the earlier tree.</param>
    /// <param name="toRoot">Root of the later tree.</param>
    /// <param name="path">The proof.</param>
    public static bool Consistency(long from, long to, byte[] fromRoot, byte[] toRoot, IReadOnlyList<byte[]> path)
    {
        if (from < 1 || from > to) return false;
        if (from == to) return path.Count == 0 && fromRoot.AsSpan().SequenceEqual(toRoot);

        var whole = BitOperations.IsPow2(from) ? [fromRoot, .. path] : path;
        if (path.Count == 0) return false;

        var (at, last) = (from - 1, to - 1);
        var full = BitOperations.TrailingZeroCount(~at);
        (at, last) = (at >> full, last >> full);
        var (earlier, later) = (whole[0], whole[0]);
        foreach (var sibling in whole.Skip(1))
        {
            if (last == 0) return false;
            if (IsRight(at, last))
            {
                (earlier, later) = (MerkleHash.Node(sibling, earlier), MerkleHash.Node(sibling, later));
                SkipLevelsWithoutSibling(ref at, ref last);
            }
            else
            {
                later = MerkleHash.Node(later, sibling);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && earlier.AsSpan().SequenceEqual(fromRoot) && later.AsSpan().SequenceEqual(toRoot);
    }

    private static bool IsRight(long at, long last) => (at & 1) == 1 || at == last;

    /// <summary>The last node of a level may have no sibling and move up unchanged.</summary>
    private static void SkipLevelsWithoutSibling(ref long at, ref long last)
    {
        while (at != 0 && (at & 1) == 0) (at, last) = (at >> 1, last >> 1);
    }
}
