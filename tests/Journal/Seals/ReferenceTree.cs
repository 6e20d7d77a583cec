using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>RFC 6962 section 2.1 word for word, over leaves in memory; slow, and the measure of everything else.</summary>
internal static class ReferenceTree
{
    /// <summary>The leaves that Certificate Transparency's own tests use.</summary>
    public static IReadOnlyList<byte[]> Leaves { get; } =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    /// <summary>The roots of their first 0 to 8, published with them.</summary>
    public static IReadOnlyList<string> Roots { get; } =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    /// <summary>Leaves of 32 bytes, as hashes of events are.</summary>
    public static IReadOnlyList<byte[]> Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(i => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i)))];

    /// <summary>MTH(D[range]).</summary>
    public static byte[] Hash(IReadOnlyList<byte[]> leaves, LeafRange range)
    {
        if (range.Count == 0) return MerkleHash.Empty;
        if (range.Count == 1) return MerkleHash.Leaf(leaves[(int)range.First]);
        var k = 1L;
        while (2 * k < range.Count) k *= 2;
        return MerkleHash.Node(Hash(leaves, new LeafRange(range.First, range.First + k)), Hash(leaves, new LeafRange(range.First + k, range.End)));
    }

    /// <summary>MTH of the first leaves.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves, long size) => Hash(leaves, new LeafRange(0, size));

    /// <summary>PATH(index, D[size]).</summary>
    public static IReadOnlyList<byte[]> Inclusion(IReadOnlyList<byte[]> leaves, long index, long size) =>
        [.. MerkleProof.Inclusion(index, size).Select(range => Hash(leaves, range))];

    /// <summary>PROOF(from, D[to]).</summary>
    public static IReadOnlyList<byte[]> Consistency(IReadOnlyList<byte[]> leaves, long from, long to) =>
        [.. MerkleProof.Consistency(from, to).Select(range => Hash(leaves, range))];
}
