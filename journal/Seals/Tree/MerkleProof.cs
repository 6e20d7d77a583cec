namespace CityGrains.Journal.Seals.Tree;

/// <summary>Which subtrees' roots make up a proof, in the order the verifier takes them: from the leaf to the root.</summary>
public static class MerkleProof
{
    /// <summary>That a leaf is in the tree: PATH(index, D[size]) of RFC 6962 section 2.1.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IReadOnlyList<LeafRange> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new Stack<LeafRange>();
        var tree = new LeafRange(0, size);
        while (tree.Count > 1)
        {
            var (left, right) = tree.Split();
            (tree, var sibling) = index < right.First ? (left, right) : (right, left);
            path.Push(sibling);
        }

        return [.. path];
    }

    /// <summary>That a tree begins with an earlier one: PROOF(from, D[to]) of RFC 6962 section 2.1.2. Empty when they are the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The earlier tree is empty or larger than the later one.</exception>
    public static IReadOnlyList<LeafRange> Consistency(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var path = new Stack<LeafRange>();
        var tree = new LeafRange(0, to);
        while (from < tree.End)
        {
            var (left, right) = tree.Split();
            (tree, var sibling) = from <= right.First ? (left, right) : (right, left);
            path.Push(sibling);
        }

        if (tree.First > 0) path.Push(tree); // The verifier has no hash to begin with: the earlier tree is no subtree of the later one.
        return [.. path];
    }
}
