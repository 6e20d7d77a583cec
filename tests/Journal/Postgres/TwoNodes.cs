using CityGrains.Domain.Agreements;
using CityGrains.Journal.Postgres;
using CityGrains.Journal.Verification;
using CityGrains.Tests;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>Several nodes write to one database.</summary>
[Collection(OneServer.Name)]
public sealed class TwoNodes(PostgresCluster cluster) : PostgresSuite(cluster)
{
    [Fact]
    public async Task What_another_node_appended_is_a_conflict_for_that_append_alone()
    {
        await using var other = await OtherNode();
        await Append("agr-stale", Legacy());
        var stale = await Draft("agr-stale", Ask(), Progress(1));
        var first = await Draft("agr-first", Ask(), Legacy());
        Assert.Equal(AppendStatus.Appended, (await AppendOn(other, "agr-stale", Ask(), Progress(2))).Status);
        Assert.Equal(AppendStatus.Appended, (await AppendOn(other, "agr-first", Ask(), Legacy())).Status);

        var conflicts = new[] { Journal.Append(stale), Journal.Append(first) };
        var neighbours = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Append($"agr-{i}", Legacy())));

        Assert.All(await Task.WhenAll(conflicts), outcome => Assert.Equal(AppendStatus.VersionConflict, outcome.Status));
        Assert.All(neighbours, outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_command_another_node_recorded_is_known()
    {
        await using var other = await OtherNode();
        var context = Ask();
        var draft = await Draft("agr-1", context, Legacy());
        Assert.Equal(AppendStatus.Appended, (await AppendOn(other, "agr-1", context, Legacy())).Status);

        Assert.Equal(AppendStatus.CommandKnown, (await Journal.Append(draft)).Status);
        Assert.Equal(AppendStatus.CommandKnown, (await Append("agr-2", context, Legacy())).Status);
        Assert.Single(await AllEvents());
    }

    [Fact]
    public async Task Of_many_parallel_appends_on_both_nodes_exactly_one_wins_each_version()
    {
        const int rounds = 10, writers = 20;
        await using var other = await OtherNode();
        await Append("agr-1", Legacy());
        for (var round = 0; round < rounds; round++)
        {
            var drafts = new List<AppendRequest>();
            for (var i = 0; i < writers; i++) drafts.Add(await Draft("agr-1", Ask(), Progress(i)));

            var outcomes = await Task.WhenAll(drafts.Select((draft, i) => Task.Run(() => (i % 2 == 0 ? Journal : other.Journal).Append(draft))));

            Assert.Single(outcomes, outcome => outcome.Status is AppendStatus.Appended);
            Assert.Equal(writers - 1, outcomes.Count(outcome => outcome.Status is AppendStatus.VersionConflict));
        }

        Assert.Equal(Enumerable.Range(1, rounds + 1).Select(version => (long)version), (await EventsOf("agr-1")).Select(recorded => recorded.Version));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Nodes_that_move_the_same_counters_never_wait_in_a_circle()
    {
        const int streams = 120;
        var deadlocks = await Query("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
        await using (var other = await OtherNode())
        await using (var third = await OtherNode())
        {
            var nodes = new[] { Store, other, third };
            await Task.WhenAll(Enumerable.Range(0, streams).Select(async i =>
            {
                var node = nodes[i % nodes.Length];
                await AppendOn(node, $"agr-{i}", Ask(), Legacy(kind: (AgreementKind)(i % 5), office: $"office-{i % 7}", parties: i % 2 == 0 ? [SonLa, LuangPrabang] : [SonLa, Fukuoka]));
                await AppendOn(node, $"agr-{i}", Ask(), Progress(i % 100));
                if (i % 3 == 0) await AppendOn(node, $"agr-{i}", Ask(), Archived);
            }));
        }

        Assert.Equal(streams, (await Rows.Summary()).Agreements);
        var report = await Store.Verify();
        Assert.True(report.IsIntact, report.First?.ToString());
        Assert.Equal(deadlocks, await Query("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    [Fact]
    public async Task Both_nodes_keys_are_one_set()
    {
        await using var other = await OtherNode();
        var key = new Journal.Keys.StoredKey("lan", [1, .. new byte[31]], ["officer"], "so-ngoai-vu", new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await Store.Keys.Save(key);
        await other.Keys.Save(key with { RevokedAt = key.CreatedAt });
        Assert.Equal(key.CreatedAt, (await Store.Keys.FindByHash(key.Hash))!.RevokedAt);
    }

    [Fact]
    public async Task A_rebuild_on_one_node_loses_nothing_another_appends()
    {
        await using var other = await OtherNode();
        for (var i = 0; i < 30; i++) await Append($"agr-{i}", Legacy());
        var writing = Task.WhenAll(Enumerable.Range(0, 30).Select(i => AppendOn(other, $"agr-{i}", Ask(), Progress(i))));
        var beginning = Task.WhenAll(Enumerable.Range(100, 30).Select(i => AppendOn(other, $"agr-{i}", Ask(), Legacy())));

        await Store.Rebuild();

        Assert.All(await writing, outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        Assert.All(await beginning, outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        var report = await Store.Verify();
        Assert.True(report.IsIntact, report.First?.ToString());
        Assert.Equal(90, report.Events);
    }

    [Fact]
    public async Task Commands_of_a_node_wait_while_it_rebuilds_longer_than_the_server_lets_a_statement_wait()
    {
        await using var node = await PostgresStore.Open(Database + ";Command Timeout=1");
        await AppendOn(node, "agr-1", Ask(), Legacy());
        var appending = new List<Task<AppendOutcome>>();
        await node.Rebuild(new Meanwhile(() =>
        {
            for (var i = 2; i < 40; i++) appending.Add(AppendOn(node, $"agr-{i}", Ask(), Legacy()));
            Query("SELECT pg_sleep(2)").GetAwaiter().GetResult();
        }));

        Assert.All(await Task.WhenAll(appending), outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        Assert.True((await node.Verify()).IsIntact);
    }

    private sealed class Meanwhile(Action work) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => work();
    }
}
