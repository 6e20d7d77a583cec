using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Tests.Stores;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>What every store must do, whatever it is kept in. A store joins by a class that names its home.</summary>
public abstract class StoreSuite : IAsyncLifetime
{
    private int _commands;
    private StoreHome _home = null!;

    protected IStore Store { get; private set; } = null!;

    protected IJournal Journal => Store.Journal;

    protected IRows Rows => Store.Rows;

    public async ValueTask InitializeAsync()
    {
        _home = NewHome();
        Store = await _home.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _home.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract StoreHome NewHome();

    protected async Task Reopen()
    {
        await Store.DisposeAsync();
        Store = await _home.Open();
    }

    /// <summary>The same store, opened by another node.</summary>
    protected Task<IStore> AnotherNode() => _home.Open();

    /// <summary>A new command; each has an id of its own.</summary>
    protected CommandContext Ask(int minute = 0)
    {
        var id = new Guid(Interlocked.Increment(ref _commands), 0, 7, [8, 0, 0, 0, 0, 0, 0, 0]);
        return new CommandContext(id, "00ff", "lan", "so-ngoai-vu", new DateTimeOffset(2026, 3, 2, 8, minute, 0, TimeSpan.Zero));
    }

    protected async Task<AppendOutcome> Append(string agreement, params AgreementEvent[] happened) => await Append(agreement, Ask(), happened);

    protected async Task<AppendOutcome> Append(string agreement, CommandContext context, params AgreementEvent[] happened) =>
        await (await StreamRecord<Agreement, AgreementEvent>.Load(Journal, RecordTypes.Agreement, agreement)).Append(happened, context);

    protected async Task<AppendOutcome> AppendCity(string city, params CityEvent[] happened) =>
        await (await StreamRecord<City, CityEvent>.Load(Journal, RecordTypes.City, city)).Append(happened, Ask());

    protected async Task<AppendOutcome> AppendOffice(string office, params OfficeEvent[] happened) =>
        await (await StreamRecord<Office, OfficeEvent>.Load(Journal, RecordTypes.Office, office)).Append(happened, Ask());

    /// <summary>What would be appended now; not appended yet.</summary>
    protected async Task<AppendRequest> Draft(string agreement, CommandContext context, params AgreementEvent[] happened)
    {
        var draft = new Drafting(Journal);
        await (await StreamRecord<Agreement, AgreementEvent>.Load(draft, RecordTypes.Agreement, agreement)).Append(happened, context);
        return draft.Request!;
    }

    protected async Task<IReadOnlyList<RecordedEvent>> EventsOf(string agreement) => await Journal.ReadStream(Agreement(agreement)).ToListAsync();

    protected async Task<IReadOnlyList<RecordedEvent>> AllEvents() => await Journal.ReadAll().ToListAsync();

    protected static StreamId Agreement(string id) => new(StreamKind.Agreement, id);

    private sealed class Drafting(IJournal journal) : IJournal
    {
        public AppendRequest? Request { get; private set; }

        public ValueTask<StreamHead?> ReadHead(StreamId stream, CancellationToken cancel = default) => journal.ReadHead(stream, cancel);

        public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long after = 0, CancellationToken cancel = default) =>
            journal.ReadStream(stream, after, cancel);

        public IAsyncEnumerable<RecordedEvent> ReadAll(FeedCursor after = default, CancellationToken cancel = default) => journal.ReadAll(after, cancel);

        public ValueTask<FeedCursor> ReadEnd(CancellationToken cancel = default) => journal.ReadEnd(cancel);

        public Task NextCommit => journal.NextCommit;

        public int Rebuilds => journal.Rebuilds;

        public ValueTask<IReadOnlyList<RecordedEvent>> ReadCommand(Guid commandId, CancellationToken cancel = default) =>
            journal.ReadCommand(commandId, cancel);

        public Task<AppendOutcome> Append(AppendRequest request, CancellationToken cancel = default)
        {
            Request = request;
            return Task.FromResult(new AppendOutcome(AppendStatus.VersionConflict, []));
        }
    }
}
