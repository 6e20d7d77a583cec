using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Tests.Stores;
using Microsoft.Data.Sqlite;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>A store in a home of its own with what seals it; cities are registered in it as events.</summary>
internal sealed class SealedStore : IAsyncDisposable
{
    private readonly StoreHome _home;

    private SealedStore(StoreHome home, IStore store, string folder, SteppedTime time)
    {
        (_home, Store, Folder, Time) = (home, store, folder, time);
        Keys = new SealKeys(store.Seals, new SealKeyFile(folder), time);
        Sealer = new Sealer(store.Seals, Keys, time);
    }

    public StoreHome Home => _home;

    public string Folder { get; }

    public string KeyFile => Path.Combine(Folder, SealKeyFile.FileName);

    public IStore Store { get; private set; }

    public SteppedTime Time { get; }

    public SealKeys Keys { get; private set; }

    public Sealer Sealer { get; private set; }

    public static Task<SealedStore> Open(int cities = 0) => Open(new SqliteHome(), cities);

    public static async Task<SealedStore> Open(StoreHome home, int cities = 0)
    {
        var opened = await Open(home, Directory.CreateTempSubdirectory("citygrains-seals-").FullName);
        await opened.Register(0, cities);
        return opened;
    }

    /// <summary>With the key that is in a folder.</summary>
    public static async Task<SealedStore> Open(StoreHome home, string folder) => new(home, await home.Open(), folder, new SteppedTime());

    /// <summary>Two events for each city.</summary>
    public Task Register(int first, int count) => Task.WhenAll(Enumerable.Range(first, count).Select(i => Register($"vn-thanh-pho-{i:D6}")));

    /// <summary>Closes the store and opens it again, as a restart does.</summary>
    public async Task Reopen()
    {
        await Store.DisposeAsync();
        Store = await _home.Open();
        Keys = new SealKeys(Store.Seals, new SealKeyFile(Folder), Time);
        Sealer = new Sealer(Store.Seals, Keys, Time);
    }

    public async Task<List<RecordedEvent>> Events()
    {
        var events = new List<RecordedEvent>();
        await foreach (var recorded in Store.Journal.ReadAll()) events.Add(recorded);
        return events;
    }

    /// <summary>Somebody edits the database by hand.</summary>
    public async Task Tamper(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={((SqliteHome)_home).File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _home.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private async Task Register(string id)
    {
        var record = await StreamRecord<City, CityEvent>.Load(Store.Journal, RecordTypes.City, id);
        var context = new CommandContext(Guid.CreateVersion7(), new string('0', 64), "nguyễn văn an", "ngoai-vu", Time.GetUtcNow());
        var events = new CityEvent[]
        {
            new CityRegistered($"Thành phố {id[^4..]}", new Country("VN", "Vietnam"), Location: null),
            new IndicatorRecorded(new Indicator("sách", 2_000_000, "cuốn", Qualifier.Nearly, DateOfRecord.Parse("2024-02"))),
        };
        Assert.Equal(AppendStatus.Appended, (await record.Append(events, context)).Status);
    }
}

/// <summary>A clock that goes on by a second each time it is read.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 1, 2, 3, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
}
