using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Seals;

/// <summary>
/// What is sealed: one Merkle tree over all events in the order of the feed, the checkpoints that were signed of it, and the public keys they are checked
/// with.
/// </summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached, is full or is damaged.</remarks>
public interface ISeals : ISealReading
{
    /// <summary>Appends leaves in one transaction, each event once: of two that append at the same size, one fails.</summary>
    Task Append(SealedRun run, CancellationToken cancel = default);

    /// <summary>Adds the next key.</summary>
    Task AddKey(KeyStatement statement, CancellationToken cancel = default);

    /// <summary>Adds a checkpoint; there is one for a size.</summary>
    Task AddCheckpoint(Checkpoint checkpoint, CancellationToken cancel = default);
}

/// <summary>Leaves to append, and what they make of the tree.</summary>
/// <param name="First">Index of the first leaf: the tree's size before.</param>
/// <param name="Events">Their events, one for each leaf.</param>
/// <param name="Tiles">The tiles that are new or have grown.</param>
public sealed record SealedRun(long First, IReadOnlyList<UnsealedEvent> Events, IReadOnlyList<Tile> Tiles);
