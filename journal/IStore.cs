using CityGrains.Journal.Keys;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal;

/// <summary>A place the record is kept: the journal, the rows derived from it, and the keys of its callers. Disposing writes out what was accepted and closes it.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The record.</summary>
    IJournal Journal { get; }

    /// <summary>Its rows.</summary>
    IRows Rows { get; }

    /// <summary>The callers' keys.</summary>
    IKeys Keys { get; }
}

/// <summary>A newer program has changed the store's schema; this one must not touch it.</summary>
public sealed class StoreIsNewerException(string store, int schema, int known)
    : Exception($"The store {store} has schema {schema}, and this program knows only up to {known}. Start the newer program that changed it, or restore a backup made before.")
{
    /// <summary>The store's schema.</summary>
    public int Schema { get; } = schema;

    /// <summary>The newest schema this program knows.</summary>
    public int Known { get; } = known;
}
