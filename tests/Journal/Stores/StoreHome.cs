namespace CityGrains.Journal.Tests.Stores;

/// <summary>A place of its own for one store, which can be opened again and again and is gone afterwards.</summary>
public abstract class StoreHome : IAsyncDisposable
{
    public abstract Task<IStore> Open();

    public abstract ValueTask DisposeAsync();
}
