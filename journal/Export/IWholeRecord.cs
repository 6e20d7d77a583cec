using System.Runtime.CompilerServices;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Journal.Export;

/// <summary>
/// A record that is read from its beginning to where it ends now, while others may go on writing. It only grows, so what was read of it stays true.
/// </summary>
/// <remarks>Every member throws <see cref="JournalUnavailableException"/> when the store cannot be reached or is damaged.</remarks>
public interface IWholeRecord : IAsyncDisposable
{
    /// <summary>All events in the order of the feed, up to the last there was when the first was asked for.</summary>
    IAsyncEnumerable<RecordedEvent> Events(CancellationToken cancel);

    /// <summary>Its seals.</summary>
    ISealReading Seals { get; }

    /// <summary>The keys its callers sign in with, by name.</summary>
    Task<IReadOnlyList<StoredKey>> CallerKeys(CancellationToken cancel);

    /// <summary>Who is told of what is recorded, by id.</summary>
    Task<IReadOnlyList<Webhook>> Webhooks(CancellationToken cancel);
}

/// <summary>The record of a store that is open already, and stays so.</summary>
public sealed class OpenRecord(IStore store) : IWholeRecord
{
    /// <inheritdoc/>
    public ISealReading Seals => store.Seals;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedEvent> Events([EnumeratorCancellation] CancellationToken cancel)
    {
        var end = await store.Journal.ReadEnd(cancel);
        await foreach (var recorded in UpTo(end, store.Journal.ReadAll(cancel: cancel))) yield return recorded;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> CallerKeys(CancellationToken cancel) => store.Keys.All(cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> Webhooks(CancellationToken cancel) => store.Webhooks.All(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The events of a feed up to a place in it.</summary>
    internal static async IAsyncEnumerable<RecordedEvent> UpTo(FeedCursor end, IAsyncEnumerable<RecordedEvent> events)
    {
        if (end == FeedCursor.Start) yield break;
        await foreach (var recorded in events)
        {
            yield return recorded;
            if (!end.IsAfter(FeedCursor.After(recorded))) break;
        }
    }
}
