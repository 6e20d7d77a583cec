using CityGrains.Journal.Seals.Tree;
using static CityGrains.Journal.Tests.Seals.ReferenceTree;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>The vectors published with Certificate Transparency, and the example of RFC 6962 section 2.1.3.</summary>
public class PublishedVectors
{
    [Fact]
    public void Trees_of_0_to_8_leaves_have_the_published_roots()
    {
        var tree = new GrowingTree(_ => { });
        Assert.Equal(Roots[0], Hex(tree.Root()));
        for (var size = 1; size <= 8; size++)
        {
            tree.Append(Leaves[size - 1]);
            Assert.Equal(Roots[size], Hex(tree.Root()));
            Assert.Equal(Roots[size], Hex(Root(Leaves, size)));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Inclusion_proofs_are_the_published_ones(int index, int size, params string[] path)
    {
        Assert.Equal(path, Inclusion(Leaves, index, size).Select(Hex));
        Assert.True(ProofCheck.Inclusion(MerkleHash.Leaf(Leaves[index]), index, size, Bytes(path), Convert.FromHexString(Roots[size])));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void Consistency_proofs_are_the_published_ones(int from, int to, params string[] path)
    {
        Assert.Equal(path, Consistency(Leaves, from, to).Select(Hex));
        Assert.True(ProofCheck.Consistency(from, to, Convert.FromHexString(Roots[from]), Convert.FromHexString(Roots[to]), Bytes(path)));
    }

    /// <summary>
    /// The tree of seven leaves d0 … d6 in RFC 6962 section 2.1.3, its nodes named there: a … j are leaf hashes, g = ab, h = cd, i = ef, k = gh, l = ij.
    /// </summary>
    [Fact]
    public void The_proofs_of_the_example_of_RFC_6962_are_made_of_the_nodes_it_names()
    {
        LeafRange b = new(1, 2), c = new(2, 3), d = new(3, 4), f = new(5, 6), g = new(0, 2), h = new(2, 4), i = new(4, 6), j = new(6, 7), k = new(0, 4),
        l = new(4, 7);

        Assert.Equal([b, h, l], MerkleProof.Inclusion(0, 7));
        Assert.Equal([c, g, l], MerkleProof.Inclusion(3, 7));
        Assert.Equal([f, j, k], MerkleProof.Inclusion(4, 7));
        Assert.Equal([i, k], MerkleProof.Inclusion(6, 7));

        Assert.Equal([c, d, g, l], MerkleProof.Consistency(3, 7));
        Assert.Equal([l], MerkleProof.Consistency(4, 7));
        Assert.Equal([i, j, k], MerkleProof.Consistency(6, 7));
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static byte[][] Bytes(string[] path) => [.. path.Select(Convert.FromHexString)];
}
