using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Seals;

/// <summary>Questions to the seals.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached or is damaged.</remarks>
public interface ISealReading
{
    /// <summary>How many events are sealed.</summary>
    Task<long> Size(CancellationToken cancel = default);

    /// <summary>The first events that are not, in the order of the feed; none that could still be overtaken by one that commits late.</summary>
    Task<IReadOnlyList<UnsealedEvent>> Unsealed(int most, CancellationToken cancel = default);

    /// <summary>The leaves from <paramref name="first"/> on, each with its event as it is now.</summary>
    Task<IReadOnlyList<SealedEvent>> Sealed(long first, int most, CancellationToken cancel = default);

    /// <summary>Events that the feed has before the last sealed one, and that have no leaf: there are none unless somebody put them there.</summary>
    Task<IReadOnlyList<SealedEvent>> Skipped(int most, CancellationToken cancel = default);

    /// <summary>The leaf of the event at a position; null when it is not sealed.</summary>
    Task<long?> LeafOf(long position, CancellationToken cancel = default);

    /// <summary>A tile; null when the tree does not reach it.</summary>
    Task<Tile?> Tile(int level, long number, CancellationToken cancel = default);

    /// <summary>The keys that have sealed, in order.</summary>
    /// <exception cref="FormatException">A stored statement is damaged.</exception>
    Task<IReadOnlyList<KeyStatement>> Keys(CancellationToken cancel = default);

    /// <summary>Checkpoints, the largest first, smaller than <paramref name="below"/>.</summary>
    /// <exception cref="FormatException">A stored checkpoint is damaged.</exception>
    Task<IReadOnlyList<Checkpoint>> Checkpoints(long below, int most, CancellationToken cancel = default);

    /// <summary>Checkpoints, the smallest first, larger than <paramref name="above"/>.</summary>
    /// <exception cref="FormatException">A stored checkpoint is damaged.</exception>
    Task<IReadOnlyList<Checkpoint>> CheckpointsFrom(long above, int most, CancellationToken cancel = default);
}

/// <summary>An event that waits to be sealed.</summary>
/// <param name="Place">Its place in the feed.</param>
/// <param name="Hash">Its hash: the entry of its leaf.</param>
public readonly record struct UnsealedEvent(FeedCursor Place, byte[] Hash);

/// <summary>A leaf, and the event it stands for as the store has it now.</summary>
/// <param name="Leaf">Index of the leaf.</param>
/// <param name="Place">The event's place in the feed when it was sealed.</param>
/// <param name="Stream">Its stream as stored; null when the event is no longer there.</param>
/// <param name="Version">Its version; null likewise.</param>
/// <param name="Hash">Its hash; null likewise.</param>
public sealed record SealedEvent(long Leaf, FeedCursor Place, string? Stream, long? Version, byte[]? Hash);
