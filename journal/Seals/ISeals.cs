using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Seals;

/// <summary>What is sealed: one Merkle tree over all events in the order of the feed, the checkpoints that were signed of it, and the public keys they are checked with.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached, is full or is damaged.</remarks>
public interface ISeals
{
    /// <summary>How many events are sealed.</summary>
    Task<long> Size(CancellationToken cancel = default);

    /// <summary>The first events that are not, in the order of the feed; none that could still be overtaken by one that commits late.</summary>
    Task<IReadOnlyList<UnsealedEvent>> Unsealed(int most, CancellationToken cancel = default);

    /// <summary>Appends leaves in one transaction, each event once: of two that append at the same size, one fails.</summary>
    Task Append(SealedRun run, CancellationToken cancel = default);

    /// <summary>A tile; null when the tree does not reach it.</summary>
    Task<Tile?> Tile(int level, long number, CancellationToken cancel = default);

    /// <summary>The leaf of the event at a position; null when it is not sealed.</summary>
    Task<long?> LeafOf(long position, CancellationToken cancel = default);

    /// <summary>The positions of the events in leaves <paramref name="first"/>, <paramref name="first"/> + 1, …</summary>
    Task<IReadOnlyList<long>> Positions(long first, int most, CancellationToken cancel = default);

    /// <summary>The keys that have sealed, in order.</summary>
    /// <exception cref="FormatException">A stored statement is damaged.</exception>
    Task<IReadOnlyList<KeyStatement>> Keys(CancellationToken cancel = default);

    /// <summary>Adds the next key.</summary>
    Task AddKey(KeyStatement statement, CancellationToken cancel = default);

    /// <summary>Checkpoints, the largest first, smaller than <paramref name="below"/>.</summary>
    /// <exception cref="FormatException">A stored checkpoint is damaged.</exception>
    Task<IReadOnlyList<Checkpoint>> Checkpoints(long below, int most, CancellationToken cancel = default);

    /// <summary>Adds a checkpoint; there is one for a size.</summary>
    Task AddCheckpoint(Checkpoint checkpoint, CancellationToken cancel = default);
}

/// <summary>An event that waits to be sealed.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Hash">Its hash: the entry of its leaf.</param>
public readonly record struct UnsealedEvent(long Position, byte[] Hash);

/// <summary>Leaves to append, and what they make of the tree.</summary>
/// <param name="First">Index of the first leaf: the tree's size before.</param>
/// <param name="Positions">The positions of their events, one for each leaf.</param>
/// <param name="Tiles">The tiles that are new or have grown.</param>
public sealed record SealedRun(long First, IReadOnlyList<long> Positions, IReadOnlyList<Tile> Tiles);
