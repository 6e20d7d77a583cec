using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Seals;

/// <summary>Appends the events that are not sealed yet to the tree, in the order of the feed, and signs a checkpoint of it.</summary>
public sealed class Sealer(ISeals seals, SealKeys keys, TimeProvider time)
{
    /// <summary>Leaves in one transaction: enough to be fast, few enough that no append waits long for it.</summary>
    private const int MostPerRun = 4096;

    /// <summary>Transactions in one go, so that it ends well before a caller's patience does.</summary>
    private const int MostRuns = 32;

    /// <summary>Seals what there is, or a good part of it.</summary>
    /// <exception cref="SealKeyMissingException">The events are sealed, and the checkpoint is not signed: this node has not the key.</exception>
    /// <exception cref="SealBrokenException">The tree is not what was signed before; nothing is sealed any more.</exception>
    public async Task<SealOutcome> Seal(CancellationToken cancel = default)
    {
        var before = await seals.Size(cancel);
        var last = await seals.Checkpoints(long.MaxValue, 1, cancel) is [var newest] ? newest : null;
        if (last is not null && !await Agrees(last, before, cancel)) throw new SealBrokenException(last.Size);

        var full = new List<Tile>();
        var tree = await new SealedTree(seals).Grow(before, full.Add, cancel);
        var more = true;
        for (var runs = 0; more && runs < MostRuns; runs++)
        {
            more = await Append(tree, full, cancel);
            full.Clear();
        }

        Telemetry.Sealed.Add(tree.Size - before);
        return new SealOutcome(tree.Size, tree.Size - before, more, tree.Size > (last?.Size ?? 0) ? await Sign(tree, cancel) : last);
    }

    /// <summary>True when there may be more.</summary>
    private async Task<bool> Append(GrowingTree tree, List<Tile> full, CancellationToken cancel)
    {
        var first = tree.Size;
        var events = await seals.Unsealed(MostPerRun, cancel);
        if (events.Count == 0) return false;
        foreach (var waiting in events) tree.Append(waiting.Hash);
        await seals.Append(new SealedRun(first, events, [.. full, .. tree.Open]), cancel);
        return events.Count == MostPerRun;
    }

    private async Task<Checkpoint> Sign(GrowingTree tree, CancellationToken cancel)
    {
        var (key, statement) = await keys.Current(cancel);
        using (key)
        {
            var checkpoint = Checkpoint.Sign(statement.Origin, tree.Size, tree.Root(), time.GetUtcNow(), key);
            await seals.AddCheckpoint(checkpoint, cancel);
            return checkpoint;
        }
    }

    /// <summary>A key never signs a tree that contradicts what was signed before.</summary>
    private async Task<bool> Agrees(Checkpoint last, long size, CancellationToken cancel) =>
        last.Size <= size && (await new SealedTree(seals).Root(last.Size, cancel)).AsSpan().SequenceEqual(last.Root);
}

/// <summary>What came of sealing.</summary>
/// <param name="Size">The tree's size.</param>
/// <param name="Sealed">How many events were sealed just now.</param>
/// <param name="More">Others wait already.</param>
/// <param name="Checkpoint">The latest checkpoint; null while nothing is sealed.</param>
public sealed record SealOutcome(long Size, long Sealed, bool More, Checkpoint? Checkpoint);

/// <summary>The tree in the store is not the one that was signed: somebody changed it.</summary>
public sealed class SealBrokenException : Exception
{
    /// <summary>For serialisers.</summary>
    public SealBrokenException()
    {
    }

    /// <summary>Names the checkpoint it contradicts.</summary>
    public SealBrokenException(long size) : base(
        $"The seals in the store contradict the checkpoint of size {size}; verify the store, and keep it as it is for the auditor.")
    {
    }
}
