using System.Globalization;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Sqlite;
using CityGrains.Silo;
using Microsoft.Extensions.DependencyInjection;

namespace CityGrains.Grains.Tests;

/// <summary>The grains of the product on a real store.</summary>
public sealed class RecordGrainTests : IAsyncLifetime
{
    private static readonly Country Vietnam = new("VN", "Vietnam");
    private GrainsHost _grains = null!;
    private SqliteStore _store = null!;
    private FaultyJournal _journal = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start(before: async (folder, builder) =>
    {
        _store = await SqliteStore.Open(new SiloOptions { DataDirectory = folder }.DatabaseFile);
        _journal = new FaultyJournal(_store.Journal);
        builder.Services.AddSingleton<IJournal>(_journal);
    });

    public async ValueTask DisposeAsync()
    {
        await _grains.Stop();
        await _store.DisposeAsync();
        await _grains.DisposeAsync();
    }

    [Fact]
    public async Task A_city_is_registered_renamed_and_read_again_by_the_next_activation()
    {
        var city = _grains.Grain<ICityGrain>("vn-son-la");
        Assert.Equal(CommandStatus.Accepted, (await city.Execute(new RegisterCity("Sơn La", Vietnam), Ask(1))).Status);
        Assert.Equal(2, (await city.Execute(new RenameCity("Thành phố Sơn La"), Ask(2))).Version);

        _journal.Fails = true;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => city.Execute(new RenameCity("Sơn La"), Ask(3)));
        _journal.Fails = false;
        Assert.Equal(CommandStatus.Unchanged, (await city.Execute(new RenameCity("Thành phố Sơn La"), Ask(4))).Status);
        Assert.Equal(3, (await city.Execute(new RenameCity("Sơn La"), Ask(5))).Version);
    }

    [Fact]
    public async Task A_grain_that_was_asked_to_leave_reads_its_record_anew_and_one_that_stays_does_not()
    {
        var city = _grains.Grain<ICityGrain>("vn-sa-dec");
        Assert.Equal(CommandStatus.Accepted, (await city.ExecuteAndLeave(new RegisterCity("Sa Đéc", Vietnam), Ask(1))).Status);
        Assert.Equal(CommandStatus.Unchanged, (await city.Execute(new RegisterCity("Sa Đéc", Vietnam), Ask(2))).Status);
        Assert.Equal(CommandStatus.Unchanged, (await city.Execute(new RegisterCity("Sa Đéc", Vietnam), Ask(3))).Status);
        Assert.Equal(2, _journal.HeadsRead);
    }

    [Fact]
    public async Task What_is_entered_as_new_is_read_only_where_it_was_there_and_then_decided_against_what_is_recorded()
    {
        var city = _grains.Grain<ICityGrain>("vn-sa-dec");
        Assert.Equal(CommandStatus.Accepted, (await city.EnterAndLeave(new RegisterCity("Sa Đéc", Vietnam), Ask(1))).Status);
        Assert.Equal(0, _journal.HeadsRead);
        Assert.Equal(CommandStatus.Unchanged, (await city.EnterAndLeave(new RegisterCity("Sa Đéc", Vietnam), Ask(2))).Status);
        Assert.Equal(1, _journal.HeadsRead);
        Assert.Equal("city/already-exists", (await city.EnterAndLeave(new RegisterCity("Cao Lãnh", Vietnam), Ask(3))).Refusal!.Code);
        Assert.Equal(2, (await city.EnterAndLeave(new RenameCity("Thành phố Sa Đéc"), Ask(4))).Version);
        Assert.True((await _store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_grain_that_came_to_life_from_a_row_somebody_edited_follows_the_record_once_the_rows_are_written_anew()
    {
        var city = _grains.Grain<ICityGrain>("vn-sa-dec");
        Assert.Equal(CommandStatus.Accepted, (await city.ExecuteAndLeave(new RegisterCity("Sa Đéc", Vietnam), Ask(1))).Status);
        await Edit("UPDATE cities SET body = replace(body, 'Sa Đéc', 'Cao Lãnh')");
        Assert.Equal(CommandStatus.Unchanged, (await city.Execute(new RenameCity("Cao Lãnh"), Ask(2))).Status);

        await _store.Rebuild();
        Assert.Equal(CommandStatus.Accepted, (await city.Execute(new RenameCity("Cao Lãnh"), Ask(3))).Status);
        Assert.True((await _store.Verify()).IsIntact);
    }

    [Fact]
    public async Task An_agreement_is_superseded_only_by_one_that_is_recorded()
    {
        var agreement = _grains.Grain<IAgreementGrain>("agr-1");
        Assert.Equal(CommandStatus.Accepted, (await agreement.Execute(Legacy(), Grounded(1))).Status);
        var supersede = new ProposeChange(new Change(ChangeKind.Supersession, "Ký mới") { Successor = "agr-2" });
        Assert.Equal("agreement/no-such-successor", (await agreement.Execute(supersede, Ask(2))).Refusal!.Code);
        Assert.Equal(CommandStatus.Accepted, (await _grains.Grain<IAgreementGrain>("agr-2").Execute(Legacy(), Grounded(3))).Status);
        Assert.Equal(CommandStatus.Accepted, (await agreement.Execute(supersede, Ask(4))).Status);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_fails_the_call_as_such()
    {
        _journal.Fails = true;
        var city = _grains.Grain<ICityGrain>("vn-vinh");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => city.Execute(new RegisterCity("Vinh", Vietnam), Ask(1)));
    }

    [Fact]
    public async Task Twenty_commands_at_once_on_one_city_are_recorded_one_after_another()
    {
        var city = _grains.Grain<ICityGrain>("vn-cao-lanh");
        await city.Execute(new RegisterCity("Cao Lãnh", Vietnam), Ask(1));
        var outcomes = await Task.WhenAll(Enumerable.Range(2, 20).Select(i =>
            Task.Run(() => city.Execute(new RecordIndicator($"chỉ số {i}", i, "%", Qualifier.Exact, DateOfRecord.Parse("2025")), Ask(i)))));
        Assert.All(outcomes, outcome => Assert.Equal(CommandStatus.Accepted, outcome.Status));
        Assert.Equal(Enumerable.Range(2, 20).Select(version => (long)version), outcomes.Select(outcome => outcome.Version).Order());
    }

    [Fact]
    public async Task The_same_command_id_gets_the_first_outcome_again()
    {
        var agreement = _grains.Grain<IAgreementGrain>("agr-2019-000001");
        var (command, context) = (Legacy(), Grounded(1));

        var first = await agreement.Execute(command, context);
        var again = await agreement.Execute(command, context);
        Assert.Equal((CommandStatus.Accepted, 1L, "InEffect"), (first.Status, first.Version, first.State));
        Assert.Equal(Assert.Single(first.Events).Hash, Assert.Single(again.Events).Hash);
        Assert.Equal(1, again.Version);
    }

    [Fact]
    public async Task A_refusal_reaches_the_caller_in_both_languages()
    {
        var refused = await _grains.Grain<ICityGrain>("vn-ha-noi").Execute(new RenameCity("Hà Nội"), Ask(1));
        Assert.Equal(CommandStatus.Refused, refused.Status);
        Assert.NotEqual(refused.Refusal!.Message.Vi, refused.Refusal.Message.En);
    }

    private static RegisterLegacyAgreement Legacy() => new(
        AgreementKind.SisterCity, new AgreementTitle("Kết nghĩa Vinh – Gwangju"),
        [new Party("Vinh", PartyType.City, Vietnam), new Party("Gwangju", PartyType.City, new Country("KR", "South Korea"))],
        "Sở Ngoại vụ Nghệ An", LegalState.InEffect, DateOfRecord.Parse("2019"));

    private static CommandContext Grounded(int number) => Ask(number) with { Source = new SourceDocument("Danh sách thỏa thuận 2019") };

    private static CommandContext Ask(int number) => new(
        new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]), number.ToString("x64", CultureInfo.InvariantCulture), "Lò Thị Mai", "Sở Ngoại vụ Sơn La", new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The real journal, until it is told to fail.</summary>
    private async Task Edit(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_grains.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }

    private sealed class FaultyJournal(IJournal journal) : IJournal
    {
        public volatile bool Fails;

        public int HeadsRead;

        public ValueTask<StreamHead?> ReadHead(StreamId stream, CancellationToken cancel = default)
        {
            Interlocked.Increment(ref HeadsRead);
            return Working().ReadHead(stream, cancel);
        }

        public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long after = 0, CancellationToken cancel = default) =>
            Working().ReadStream(stream, after, cancel);

        public IAsyncEnumerable<RecordedEvent> ReadAll(FeedCursor after = default, CancellationToken cancel = default) => Working().ReadAll(after, cancel);

        public ValueTask<FeedCursor> ReadEnd(CancellationToken cancel = default) => journal.ReadEnd(cancel);

        public Task NextCommit => journal.NextCommit;

        public int Rebuilds => journal.Rebuilds;

        public ValueTask<IReadOnlyList<RecordedEvent>> ReadCommand(Guid commandId, CancellationToken cancel = default) =>
            Working().ReadCommand(commandId, cancel);

        public Task<AppendOutcome> Append(AppendRequest request, CancellationToken cancel = default) => Working().Append(request, cancel);

        private IJournal Working() => Fails ? throw new JournalUnavailableException("Disk full.") : journal;
    }
}
