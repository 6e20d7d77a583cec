using CityGrains.Journal.Export;
using CityGrains.Journal.Restoring;
using CityGrains.Journal.Sqlite;
using CityGrains.Journal.Sqlite.Restoring;

namespace CityGrains.Journal.Tests.Stores;

public sealed class SqliteHome : StoreHome
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"citygrains-{Guid.NewGuid():N}");

    public SqliteHome() => Directory.CreateDirectory(_folder);

    public string File => Path.Combine(_folder, "store.db");

    public override async Task<IStore> Open() => await SqliteStore.Open(File);

    public override Task<IWholeRecord> Read() => Task.FromResult<IWholeRecord>(SqliteRecord.Open(File));

    public override Task<IRestoring> Restore() => Task.FromResult<IRestoring>(new SqliteRestoring(File));

    public override ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
