using System.Collections.Concurrent;
using System.Diagnostics;
using CityGrains.Domain.Agreements;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class ParallelAppends : StoreSuite
{
    [Fact]
    public async Task Of_twenty_parallel_appends_to_one_stream_exactly_one_wins_each_version_and_the_losers_are_told()
    {
        const int rounds = 5, writers = 20;
        await Append("agr-1", Legacy());
        for (var round = 0; round < rounds; round++)
        {
            var drafts = new List<AppendRequest>();
            for (var i = 0; i < writers; i++) drafts.Add(await Draft("agr-1", Ask(), Progress(i)));

            var outcomes = await Task.WhenAll(drafts.Select(draft => Task.Run(() => Journal.Append(draft))));

            Assert.Single(outcomes, outcome => outcome.Status is AppendStatus.Appended);
            Assert.Equal(writers - 1, outcomes.Count(outcome => outcome.Status is AppendStatus.VersionConflict));
            var winner = outcomes.Single(outcome => outcome.Status is AppendStatus.Appended);
            Assert.Equivalent(winner.Events[0], (await EventsOf("agr-1"))[^1], strict: true);
        }

        Assert.Equal(Enumerable.Range(1, rounds + 1).Select(version => (long)version), (await EventsOf("agr-1")).Select(recorded => recorded.Version));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_command_sent_twenty_times_at_once_is_recorded_once()
    {
        var context = Ask();
        var draft = await Draft("agr-1", context, Legacy());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Journal.Append(draft))));

        Assert.Single(outcomes, outcome => outcome.Status is AppendStatus.Appended);
        Assert.Equal(19, outcomes.Count(outcome => outcome.Status is AppendStatus.CommandKnown));
        Assert.Single(await AllEvents());
    }

    [Fact]
    public async Task Many_streams_at_once_are_all_on_disk_in_fewer_transactions_than_appends()
    {
        const int streams = 300;
        var commits = new ConcurrentBag<int>();
        using var mine = new Activity("mine").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                var members = span.Links.Count(link => link.Context.TraceId == mine.TraceId) + (span.TraceId == mine.TraceId ? 1 : 0);
                if (span.OperationName == "journal commit" && members > 0) commits.Add(members);
            },
        };
        ActivitySource.AddActivityListener(listener);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, streams).Select(i => Append($"agr-{i}", Legacy())));

        Assert.All(outcomes, outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        await Reopen();
        Assert.Equal(streams, (await AllEvents()).Select(recorded => recorded.Stream).Distinct().Count());
        Assert.Equal(streams, commits.Sum());
        Assert.True(commits.Count < streams / 2, $"{streams} appends took {commits.Count} transactions");
    }

    [Fact]
    public async Task Neighbours_of_a_conflicting_append_succeed()
    {
        await Append("agr-stale", Legacy());
        var stale = await Draft("agr-stale", Ask(), Progress(1));
        await Append("agr-stale", Progress(2));
        var known = Ask();
        await Append("agr-known", known, Legacy());

        var conflict = Journal.Append(stale);
        var neighbours = Enumerable.Range(0, 50).Select(i => Append($"agr-{i}", Legacy())).ToList();
        var told = Append("agr-other", known, Legacy());

        Assert.Equal(AppendStatus.VersionConflict, (await conflict).Status);
        Assert.Equal(AppendStatus.CommandKnown, (await told).Status);
        Assert.All(await Task.WhenAll(neighbours), outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task An_append_that_cannot_be_written_fails_alone_and_the_next_moment_all_goes_on()
    {
        var drafts = new List<AppendRequest>();
        for (var i = 0; i < 20; i++) drafts.Add(await Draft($"agr-{i}", Ask(), Legacy()));
        var impossible = drafts[10] with { After = new NoRow(drafts[10].After) };

        var appends = drafts.Select((draft, i) => Journal.Append(i == 10 ? impossible : draft)).ToList();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => appends[10]);
        for (var i = 0; i < 20; i++)
        {
            if (i != 10) Assert.Equal(AppendStatus.Appended, (await appends[i]).Status);
        }

        Assert.Empty(await EventsOf("agr-10"));
        Assert.Equal(AppendStatus.Appended, (await Journal.Append(drafts[10])).Status);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Appends_to_one_stream_that_do_not_wait_for_each_other_keep_their_order_or_the_later_is_a_conflict()
    {
        var record = await StreamRecord<Agreement, AgreementEvent>.Load(Journal, RecordTypes.Agreement, "agr-1");
        var first = await Draft("agr-1", Ask(), Legacy());
        var events = EventWriter.Record(Agreement("agr-1"), 1, first.After.Last, [Progress(30)], Ask());
        var after = first.Events.Concat(events).Aggregate(Domain.Agreements.Agreement.Unrecorded("agr-1"), RecordTypes.Agreement.Evolved);
        var second = new AppendRequest(events, first.After.Keys, AgreementRow.From(after, new LastEvent(events[0].Hash, events[0].RecordedAt)));

        var outcomes = await Task.WhenAll(Journal.Append(first), Journal.Append(second));

        Assert.Equal(AppendStatus.Appended, outcomes[0].Status);
        Assert.True(outcomes[1].Status is AppendStatus.Appended or AppendStatus.VersionConflict); // a second writer may have met it before the first was committed
        Assert.Equal(0, record.Version);
        Assert.Equal(outcomes[1].Status is AppendStatus.Appended ? 2 : 1, (await Journal.ReadHead(Agreement("agr-1")))!.Version);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Who_waits_for_an_append_goes_on_off_the_writers_thread()
    {
        var threads = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            await Append($"agr-{i}", Legacy());
            return Thread.CurrentThread.Name;
        }));
        Assert.DoesNotContain("journal writer", threads);
    }

    /// <summary>A row no store has a table for.</summary>
    private sealed class NoRow(IRow row) : IRow
    {
        public StreamId Stream => row.Stream;

        public long Version => row.Version;

        public LastEvent Last => row.Last;

        public byte[] Body => row.Body;

        public RowKeys Keys => row.Keys;
    }
}
