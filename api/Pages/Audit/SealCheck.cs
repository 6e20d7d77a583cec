using CityGrains.Api.Audit;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Api.Pages.Audit;

/// <summary>Checks proofs with what they hold and the public keys alone, as anybody outside can.</summary>
internal static class SealCheck
{
    /// <summary>The path leads from the event's leaf to the checkpoint's root.</summary>
    public static bool Holds(InclusionView proof) =>
        Hex(MerkleHash.Leaf(Bytes(proof.EventHash))) == proof.LeafHash
        && ProofCheck.Inclusion(Bytes(proof.LeafHash), proof.LeafIndex, proof.Checkpoint.Size, [.. proof.Path.Select(Bytes)], Bytes(proof.Checkpoint.Root));

    /// <summary>The later tree begins with the earlier one.</summary>
    public static bool Holds(ConsistencyView proof) =>
        ProofCheck.Consistency(proof.From, proof.To, Bytes(proof.FromRoot), Bytes(proof.ToRoot), [.. proof.Path.Select(Bytes)]);

    /// <summary>A key of the record signed it, and every key entered as it says it did.</summary>
    public static bool IsSigned(Checkpoint checkpoint, IReadOnlyList<KeyStatement> keys) =>
        keys.Any(key => checkpoint.IsSignedBy(key.Key))
            && keys.Select((key, place) => key.IsRightAfter(place == 0 ? null : keys[place - 1])).All(right => right);

    /// <summary>The same of one as it is shown.</summary>
    public static bool IsSigned(CheckpointView checkpoint, IReadOnlyList<KeyStatement> keys) => IsSigned(Checkpoint.Parse(checkpoint.Text), keys);

    public static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
