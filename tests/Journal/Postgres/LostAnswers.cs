using CityGrains.Journal.Postgres;
using CityGrains.Tests;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>The connection is lost when the server has committed and the node does not know it yet.</summary>
[Collection(OneServer.Name)]
public sealed class LostAnswers(PostgresCluster cluster) : PostgresSuite(cluster)
{
    [Fact]
    public async Task On_a_new_connection_the_record_tells_that_it_was_written_and_it_is_not_written_twice()
    {
        await using var wire = new Wire(Database);
        await using var node = await PostgresStore.Open(wire.Database);
        await AppendOn(node, "agr-1", Ask(), Legacy());
        var draft = await Draft("agr-1", Ask(), Progress(10), Progress(20));

        wire.LoseAnswers();
        var append = node.Journal.Append(draft);
        await Written("agr-1", version: 3);
        Assert.False(append.IsCompleted);
        wire.Cut(acceptNew: true);

        var outcome = await append;
        Assert.Equal(AppendStatus.Appended, outcome.Status);
        Assert.Equivalent(outcome.Events, (await EventsOf("agr-1")).Skip(1), strict: true);
        Assert.Equal(AppendStatus.Appended, (await AppendOn(node, "agr-1", Ask(), Progress(30))).Status);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task When_nobody_can_be_asked_nobody_knows_and_the_command_is_found_later()
    {
        await using var wire = new Wire(Database);
        await using var node = await PostgresStore.Open(wire.Database);
        await AppendOn(node, "agr-1", Ask(), Legacy());
        var context = Ask();
        var draft = await Draft("agr-1", context, Progress(10));

        wire.LoseAnswers();
        var append = node.Journal.Append(draft);
        await Written("agr-1", version: 2);
        wire.Cut(acceptNew: false);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => node.Journal.Append(draft));

        wire.Mend();
        Assert.Equal(AppendStatus.CommandKnown, (await node.Journal.Append(draft)).Status);
        Assert.Equal(AppendStatus.CommandKnown, (await AppendOn(node, "agr-1", context, Progress(10))).Status);
        Assert.Equal(AppendStatus.Appended, (await AppendOn(node, "agr-1", Ask(), Progress(30))).Status);
        Assert.Equal([1, 2, 3], (await EventsOf("agr-1")).Select(recorded => recorded.Version));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Another_writer_of_the_same_version_meanwhile_is_not_taken_for_ones_own()
    {
        await using var wire = new Wire(Database);
        await using var node = await PostgresStore.Open(wire.Database);
        await Append("agr-1", Legacy());
        var draft = await Draft("agr-1", Ask(), Progress(10));

        wire.Cut(acceptNew: true);
        await Append("agr-1", Progress(50));

        Assert.Equal(AppendStatus.VersionConflict, (await node.Journal.Append(draft)).Status);
    }

    [Fact]
    public async Task A_node_whose_connections_were_all_ended_goes_on_as_if_nothing_had_happened()
    {
        await Append("agr-1", Legacy());
        await Query("SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        Assert.Equal(1, (await Journal.ReadHead(Agreement("agr-1")))!.Version);
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Progress(10))).Status);
        Assert.Equal(1, (await Rows.Summary()).Agreements);
    }

    [Fact]
    public async Task A_commit_that_fails_at_its_very_end_is_not_acknowledged()
    {
        await Query("""
            CREATE FUNCTION too_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'too late'; END $$;
            CREATE CONSTRAINT TRIGGER late AFTER INSERT ON citygrains.events DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.stream = 'agreement/agr-bad') EXECUTE FUNCTION too_late()
            """);
        var bad = Append("agr-bad", Legacy());
        var neighbours = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Append($"agr-{i}", Legacy())));

        Assert.Contains("too late", (await Assert.ThrowsAsync<JournalUnavailableException>(() => bad)).Message, StringComparison.Ordinal);
        Assert.All(neighbours, outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        Assert.Empty(await EventsOf("agr-bad"));
        Assert.Equal(20, (await AllEvents()).Count);
        await Query("DROP TRIGGER late ON citygrains.events");
        Assert.Equal(AppendStatus.Appended, (await Append("agr-bad", Legacy())).Status);
    }

    [Theory]
    [InlineData("53100", "is full")]
    [InlineData("25006", "cannot be written")]
    [InlineData("58030", "failed")]
    public async Task A_server_that_cannot_write_is_told_as_it_is_and_heals(string code, string said)
    {
        await Query($"""
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{code}'; END $$;
            CREATE TRIGGER failing BEFORE INSERT ON citygrains.events EXECUTE FUNCTION fail()
            """);
        var refused = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(i => Assert.ThrowsAsync<JournalUnavailableException>(() => Append($"agr-{i}", Legacy()))));
        Assert.All(refused, refusal => Assert.Contains(said, refusal.Message, StringComparison.Ordinal));

        await Query("DROP TRIGGER failing ON citygrains.events");
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Legacy())).Status);
        Assert.Single(await AllEvents());
        Assert.True((await Store.Verify()).IsIntact);
    }

    private async Task Written(string agreement, long version)
    {
        while ((await Journal.ReadHead(Agreement(agreement)))?.Version != version) await Task.Yield();
    }
}
