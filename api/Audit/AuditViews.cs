using System.Text.Json.Serialization;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Api.Audit;

/// <summary>A checkpoint: what the tree of all events was at a size, signed.</summary>
/// <param name="Size">How many events it covers.</param>
/// <param name="Root">The tree's root, lower-case hex.</param>
/// <param name="Time">When it was signed, UTC.</param>
/// <param name="KeyId">The key it is signed with: SHA-256 of its SubjectPublicKeyInfo.</param>
/// <param name="Origin">Names the record.</param>
/// <param name="Text">The signed text itself; keep it elsewhere.</param>
public sealed record CheckpointView(long Size, string Root, string Time, string KeyId, string Origin, string Text)
{
    internal static CheckpointView Of(Checkpoint checkpoint) => new(
        checkpoint.Size, Convert.ToHexStringLower(checkpoint.Root), checkpoint.Time, checkpoint.KeyId, checkpoint.Origin, checkpoint.Note.ToString());
}

/// <summary>A page of checkpoints.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Next">What to ask for as <c>after</c>; null on the last page.</param>
public sealed record CheckpointPage(IReadOnlyList<CheckpointView> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Next);

/// <summary>A key that has sealed the record.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Id">SHA-256 of its SubjectPublicKeyInfo, lower-case hex.</param>
/// <param name="Since">When it entered, UTC.</param>
/// <param name="Succession">What the key before did: <c>first</c> (there was none), <c>signed</c> (it signed the statement), <c>lost</c> (it could
/// not).</param>
/// <param name="Pem">The public key.</param>
/// <param name="Statement">How it entered, signed by itself and by the key before.</param>
public sealed record SealKeyView(int Number, string Id, string Since, string Succession, string Pem, string Statement)
{
    internal static SealKeyView Of(KeyStatement key) => new(
        key.Number, key.Key.Id, key.Since, key.Succession.ToString().ToLowerInvariant(), key.Key.Pem, key.Note.ToString());
}

/// <summary>The keys that have sealed the record.</summary>
/// <param name="Items">In order; the last one signs now.</param>
public sealed record SealKeyList(IReadOnlyList<SealKeyView> Items);

/// <summary>The proof that an event is in the tree of a checkpoint: RFC 6962 section 2.1.1.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version.</param>
/// <param name="EventHash">Its hash, lower-case hex: the entry of the leaf.</param>
/// <param name="LeafHash">SHA-256(0x00 ‖ event hash).</param>
/// <param name="LeafIndex">Index of the leaf, from 0.</param>
/// <param name="Path">The hashes from the leaf to the root.</param>
/// <param name="Checkpoint">The checkpoint with the size and the root.</param>
public sealed record InclusionView(
    string Stream, long Version, string EventHash, string LeafHash, long LeafIndex, IReadOnlyList<string> Path, CheckpointView Checkpoint);

/// <summary>The proof that the tree only grew: RFC 6962 section 2.1.2.</summary>
/// <param name="From">Size of the earlier tree.</param>
/// <param name="To">Size of the later tree.</param>
/// <param name="FromRoot">Root of the earlier tree, lower-case hex.</param>
/// <param name="ToRoot">Root of the later tree.</param>
/// <param name="Path">The proof.</param>
/// <param name="FromCheckpoint">The checkpoint of the earlier size; absent where none was signed.</param>
/// <param name="ToCheckpoint">The checkpoint of the later size; absent where none was signed.</param>
public sealed record ConsistencyView(
    long From, long To, string FromRoot, string ToRoot, IReadOnlyList<string> Path, CheckpointView? FromCheckpoint, CheckpointView? ToCheckpoint);
