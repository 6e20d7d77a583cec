using CityGrains.Journal.Sqlite;

namespace CityGrains.Journal.Tests.Stores;

public sealed class SqliteHome : StoreHome
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"citygrains-{Guid.NewGuid():N}");

    public SqliteHome() => Directory.CreateDirectory(_folder);

    public string File => Path.Combine(_folder, "store.db");

    public override async Task<IStore> Open() => await SqliteStore.Open(File);

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
