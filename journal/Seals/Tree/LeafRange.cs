using System.Numerics;

namespace CityGrains.Journal.Seals.Tree;

/// <summary>The leaves from <paramref name="First"/> up to, not including, <paramref name="End"/>; RFC 6962 writes their root MTH(D[first:end]).</summary>
/// <param name="First">Index of the first leaf, from 0.</param>
/// <param name="End">Index after the last leaf.</param>
public readonly record struct LeafRange(long First, long End)
{
    /// <summary>How many leaves.</summary>
    public long Count => End - First;

    /// <summary>True when the leaves fill a subtree, whose root never changes as the tree grows.</summary>
    public bool IsComplete => BitOperations.IsPow2(Count);

    /// <summary>The height of a complete subtree; 0 for a leaf.</summary>
    public int Level => BitOperations.Log2((ulong)Count);

    /// <summary>Its left and right part: the left has the largest power of two of leaves that is less than all.</summary>
    public (LeafRange Left, LeafRange Right) Split()
    {
        var middle = First + (1L << BitOperations.Log2((ulong)(Count - 1)));
        return (new LeafRange(First, middle), new LeafRange(middle, End));
    }
}
