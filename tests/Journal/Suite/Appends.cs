using System.Text.Json;
using CityGrains.Journal.Rows;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class Appends : StoreSuite
{
    [Fact]
    public async Task An_append_is_read_back_as_it_was_written()
    {
        var draft = await Draft("agr-1", Ask(), Legacy(), Progress(10));
        var outcome = await Journal.Append(draft);

        Assert.Equal(AppendStatus.Appended, outcome.Status);
        Assert.Equivalent(outcome.Events, await EventsOf("agr-1"), strict: true);
        Assert.Equivalent(outcome.Events, await Journal.ReadCommand(draft.Events[0].CommandId), strict: true);
        Assert.Equivalent(draft.Events, outcome.Events.Select(recorded => recorded with { Position = 0, Transaction = 0 }), strict: true);
        Assert.All(outcome.Events, recorded => Assert.True(recorded.Position > 0));
    }

    [Fact]
    public async Task The_row_of_a_stream_is_there_with_its_events()
    {
        var draft = await Draft("agr-1", Ask(), Legacy(), Progress(10));
        await Journal.Append(draft);

        var head = await Journal.ReadHead(Agreement("agr-1"));
        Assert.NotNull(head);
        Assert.Equal((2, AgreementRow.Format), (head.Version, head.Format));
        Assert.Equal(draft.After.Body, head.Body);
        Assert.Equal(draft.Events[1].Hash, head.Last.Hash);
        Assert.Equal(draft.Events[1].RecordedAt, head.Last.RecordedAt);
        Assert.Equal(draft.After.Body, (await Rows.Find(Agreement("agr-1")))!.Body);
    }

    [Fact]
    public async Task Nothing_is_known_of_a_stream_nobody_wrote_to()
    {
        Assert.Null(await Journal.ReadHead(Agreement("agr-1")));
        Assert.Null(await Rows.Find(Agreement("agr-1")));
        Assert.Empty(await EventsOf("agr-1"));
        Assert.Empty(await Journal.ReadCommand(Guid.Empty));
    }

    [Fact]
    public async Task An_append_that_would_leave_a_gap_is_a_conflict()
    {
        await Append("agr-1", Legacy());
        var next = await Draft("agr-1", Ask(), Progress(10));
        var gap = next with { Events = [next.Events[0] with { Version = 3 }] };

        Assert.Equal(AppendStatus.VersionConflict, (await Journal.Append(gap)).Status);
        Assert.Single(await EventsOf("agr-1"));
        Assert.Equal(AppendStatus.Appended, (await Journal.Append(next)).Status);
    }

    [Fact]
    public async Task A_stream_does_not_begin_in_the_middle()
    {
        var first = await Draft("agr-1", Ask(), Legacy());
        Assert.Equal(AppendStatus.VersionConflict, (await Journal.Append(first with { Events = [first.Events[0] with { Version = 2 }] })).Status);
        Assert.Null(await Journal.ReadHead(Agreement("agr-1")));
    }

    [Fact]
    public async Task A_stale_writer_is_told_and_nothing_of_it_is_written()
    {
        await Append("agr-1", Legacy());
        var stale = await Draft("agr-1", Ask(), Progress(10), Progress(20));
        await Append("agr-1", Progress(50));

        var outcome = await Journal.Append(stale);
        Assert.Equal((AppendStatus.VersionConflict, 0), (outcome.Status, outcome.Events.Count));
        Assert.Equal([1, 2], (await EventsOf("agr-1")).Select(recorded => recorded.Version));
        Assert.Equal(2, (await Journal.ReadHead(Agreement("agr-1")))!.Version);
    }

    [Fact]
    public async Task A_command_told_twice_is_recorded_once()
    {
        var context = Ask();
        var first = await Append("agr-1", context, Legacy());

        Assert.Equal(AppendStatus.CommandKnown, (await Append("agr-1", context, Progress(10))).Status);
        Assert.Equal(AppendStatus.CommandKnown, (await Append("agr-2", context, Legacy())).Status);
        var again = new AppendRequest(first.Events, Before: null, (await Draft("agr-1", context, Progress(10))).After);
        Assert.Equal(AppendStatus.CommandKnown, (await Journal.Append(again)).Status);
        Assert.Equivalent(first.Events, await Journal.ReadCommand(context.CommandId), strict: true);
        Assert.Single(await AllEvents());
    }

    [Fact]
    public async Task Hashes_chain_each_event_to_the_one_before_it_in_its_stream()
    {
        await Append("agr-1", Legacy(), Progress(10));
        await Append("agr-2", Legacy());
        await Append("agr-1", Progress(20));

        foreach (var stream in (await AllEvents()).GroupBy(recorded => recorded.Stream))
        {
            var previous = HashChain.Start;
            foreach (var recorded in stream)
            {
                Assert.Equal(HashChain.Hash(previous, recorded), recorded.Hash);
                previous = recorded.Hash;
            }
        }
    }

    [Fact]
    public async Task Text_is_kept_byte_for_byte()
    {
        const string title = "Sơn La \u0110\u0300 e\u0302\u0301 \"'\\ 中 \U0001F600 ’ = {} \n \t";
        await Append("agr-1", Legacy(title));

        var recorded = Assert.Single(await EventsOf("agr-1"));
        Assert.Equal(HashChain.Hash(HashChain.Start, recorded), recorded.Hash);
        Assert.Equal(title, JsonDocument.Parse(recorded.Data).RootElement.GetProperty("title").GetProperty("vi").GetString());
    }

    [Fact]
    public async Task Opened_again_everything_is_found()
    {
        await Append("agr-1", Legacy(), Progress(10));
        await AppendCity("vn-son-la", City("Sơn La"));
        var before = await AllEvents();

        await Reopen();

        Assert.Equivalent(before, await AllEvents(), strict: true);
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Progress(20))).Status);
        Assert.Equal([1, 2, 3], (await EventsOf("agr-1")).Select(recorded => recorded.Version));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var draft = await Draft("agr-1", Ask(), Legacy());
        var (journal, rows) = (Journal, Rows);
        await Store.DisposeAsync();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.Append(draft));
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await journal.ReadHead(Agreement("agr-1")));
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await rows.Summary());
        await Reopen();
    }
}
