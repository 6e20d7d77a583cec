using CityGrains.Journal.Access;
using CityGrains.Journal.Digests;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Seals;
using CityGrains.Journal.SignIns;
using CityGrains.Journal.Verification;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Journal;

/// <summary>
/// A place the record is kept: the journal, the rows derived from it, its seals, the keys of its callers, and its webhooks.
/// Disposing writes out what was accepted and closes it.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The record.</summary>
    IJournal Journal { get; }

    /// <summary>Its rows.</summary>
    IRows Rows { get; }

    /// <summary>The requests of all records, from the rows.</summary>
    IRequestRows Requests { get; }

    /// <summary>The callers' keys.</summary>
    IKeys Keys { get; }

    /// <summary>Who is signed in by browser.</summary>
    ISignIns SignIns { get; }

    /// <summary>Who is reminded of deadlines.</summary>
    IDigests Digests { get; }

    /// <summary>Its seals.</summary>
    ISeals Seals { get; }

    /// <summary>The record from its end: who did what.</summary>
    IAccessReading Access { get; }

    /// <summary>Who is told of what is recorded.</summary>
    IWebhooks Webhooks { get; }

    /// <summary>The room it takes, bytes.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    ValueTask<long> Size(CancellationToken cancel = default);

    /// <summary>Its schema, and the newest this program knows: they differ once a newer program has changed the store.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    ValueTask<StoreSchema> Schema(CancellationToken cancel = default);

    /// <summary>Recomputes everything from the events and compares; the store may be in use meanwhile. What is wrong is reported, never thrown.</summary>
    Task<VerificationReport> Verify(IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default);

    /// <summary>Throws all rows away and folds them anew from the events. Appends wait meanwhile; readers see the old rows until it is done.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be written, or an event cannot be folded; the rows are as before.</exception>
    Task Rebuild(IProgress<RebuildProgress>? progress = null, CancellationToken cancel = default);
}

/// <summary>The schema of a store.</summary>
/// <param name="Is">The number of its newest script.</param>
/// <param name="Known">The newest this program knows.</param>
public readonly record struct StoreSchema(int Is, int Known);

/// <summary>A newer program has changed the store's schema; this one must not touch it.</summary>
public sealed class StoreIsNewerException(string store, int schema, int known)
    : Exception($"The store {store} has schema {schema}, and this program knows only up to {known}. " +
        "Start the newer program that changed it, or restore a backup made before.")
{
    /// <summary>The store's schema.</summary>
    public int Schema { get; } = schema;

    /// <summary>The newest schema this program knows.</summary>
    public int Known { get; } = known;
}
