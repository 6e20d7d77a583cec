using CityGrains.Journal.Export;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Restoring;

/// <summary>
/// An empty place that a record is put into. From <see cref="Begin"/> to <see cref="End"/> it is no store: whoever opens it is told that a restore was not
/// finished, also after a crash. A restore that begins there again starts anew.
/// </summary>
/// <remarks>Every member throws <see cref="JournalUnavailableException"/> when the place cannot be written or is full.</remarks>
public interface IRestoring : IAsyncDisposable
{
    /// <summary>Sees that no store is there.</summary>
    /// <exception cref="JournalUnavailableException">There is one; the message says so in both languages.</exception>
    Task MustBeEmpty(CancellationToken cancel);

    /// <summary>Takes the place, and removes what an unfinished restore has left there.</summary>
    Task Begin(CancellationToken cancel);

    /// <summary>Puts in the next part.</summary>
    Task Add(RestoredPart part, CancellationToken cancel);

    /// <summary>Folds the rows, and makes the place a store.</summary>
    Task End(IProgress<RebuildProgress>? progress, CancellationToken cancel);

    /// <summary>Leaves the place as empty as it was.</summary>
    Task Abandon();
}

/// <summary>Part of a record, each event in its place in the feed and so its leaf in the tree: position − 1.</summary>
public sealed class RestoredPart
{
    /// <summary>The next events, in the order of the feed, positions dense from 1.</summary>
    public IList<RecordedEvent> Events { get; } = [];

    /// <summary>The tiles that these fill; with the last part, those that are begun as well.</summary>
    public IList<Tile> Tiles { get; } = [];

    /// <summary>Checkpoints of events so far.</summary>
    public IList<Checkpoint> Checkpoints { get; } = [];

    /// <summary>Keys that have sealed the record.</summary>
    public IList<KeyStatement> SealKeys { get; } = [];

    /// <summary>Keys its callers sign in with.</summary>
    public IList<StoredKey> CallerKeys { get; } = [];

    /// <summary>With the last part: who is told of what is recorded, silent until somebody enables it.</summary>
    public IList<KeptWebhook> Webhooks { get; } = [];
}
