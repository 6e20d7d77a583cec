using CityGrains.Journal.Export;
using CityGrains.Journal.Restoring;

namespace CityGrains.Journal.Tests.Stores;

/// <summary>A place of its own for one store, which can be opened again and again and is gone afterwards.</summary>
public abstract class StoreHome : IAsyncDisposable
{
    public abstract Task<IStore> Open();

    /// <summary>Reads the record beside whoever has it open.</summary>
    public abstract Task<IWholeRecord> Read();

    /// <summary>Puts a record into it, as long as it was never opened.</summary>
    public abstract Task<IRestoring> Restore();

    public abstract ValueTask DisposeAsync();
}
