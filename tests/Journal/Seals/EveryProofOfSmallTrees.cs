using CityGrains.Journal.Seals.Tree;
using static CityGrains.Journal.Tests.Seals.ReferenceTree;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>Every proof of every tree up to a size verifies, and nothing but it does.</summary>
public class EveryProofOfSmallTrees
{
    private const int Largest = 33;

    private static readonly IReadOnlyList<byte[]> Leaf = Entries(Largest + 1);
    private static readonly byte[][] Roots = [.. Enumerable.Range(0, Largest + 1).Select(size => Root(Leaf, size))];

    [Fact]
    public void Every_leaf_is_shown_to_be_in_its_tree_and_no_other_leaf_index_size_or_root_passes_with_its_path()
    {
        for (var size = 1; size <= Largest; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var (leaf, path) = (MerkleHash.Leaf(Leaf[index]), Inclusion(Leaf, index, size));
                Assert.True(ProofCheck.Inclusion(leaf, index, size, path, Roots[size]));
                Assert.False(ProofCheck.Inclusion(MerkleHash.Leaf(Leaf[Largest]), index, size, path, Roots[size]));
                Assert.False(ProofCheck.Inclusion(leaf, index, size, path, Roots[size - 1]));
                for (var other = -1; other <= Largest; other++)
                {
                    if (other != index) Assert.False(ProofCheck.Inclusion(leaf, other, size, path, Roots[size]), $"leaf {index} of {size} passes as {other}");
                }

                foreach (var altered in Altered(path)) Assert.False(ProofCheck.Inclusion(leaf, index, size, altered, Roots[size]));
            }
        }
    }

    [Fact]
    public void Every_tree_is_shown_to_begin_with_every_earlier_one_and_with_no_other_root_or_path()
    {
        for (var to = 1; to <= Largest; to++)
        {
            for (var from = 1; from <= to; from++)
            {
                var path = Consistency(Leaf, from, to);
                Assert.True(ProofCheck.Consistency(from, to, Roots[from], Roots[to], path));
                Assert.False(ProofCheck.Consistency(from, to, Roots[from - 1], Roots[to], path));
                Assert.False(ProofCheck.Consistency(from, to, Roots[from], Roots[to - 1], path));
                Assert.False(ProofCheck.Consistency(from - 1, to, Roots[from - 1], Roots[to], path));
                Assert.False(ProofCheck.Consistency(to + 1, to, Roots[to], Roots[to], path));
                foreach (var altered in Altered(path)) Assert.False(ProofCheck.Consistency(from, to, Roots[from], Roots[to], altered));
            }
        }
    }

    [Fact]
    public void A_proof_of_what_is_not_there_is_not_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProof.Inclusion(7, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProof.Inclusion(-1, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProof.Consistency(0, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProof.Consistency(8, 7));
    }

    /// <summary>Every hash changed in one bit, left out, doubled, each pair of neighbours exchanged, one more in front and at the end.</summary>
    private static IEnumerable<IReadOnlyList<byte[]>> Altered(IReadOnlyList<byte[]> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            var flipped = (byte[])path[i].Clone();
            flipped[i % MerkleHash.Length] ^= 1;
            yield return [.. path.Take(i), flipped, .. path.Skip(i + 1)];
            yield return [.. path.Take(i), .. path.Skip(i + 1)];
            yield return [.. path.Take(i + 1), .. path.Skip(i)];
            if (i > 0) yield return [.. path.Take(i - 1), path[i], path[i - 1], .. path.Skip(i + 1)];
        }

        yield return [.. path, MerkleHash.Empty];
        yield return [MerkleHash.Empty, .. path];
    }
}
