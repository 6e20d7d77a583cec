using CityGrains.Tests;
using Npgsql;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>Transactions commit out of the order of their positions; the feed skips none of them, and hands none out twice.</summary>
[Collection(OneServer.Name)]
public sealed class LateCommits(PostgresCluster cluster) : PostgresSuite(cluster)
{
    [Fact]
    public async Task An_event_that_commits_late_is_not_skipped()
    {
        await Append("agr-before", Legacy());
        await using var late = await Connect();
        await using var open = await Insert(late, "agr-late");
        for (var i = 0; i < 3; i++) await Append($"agr-after-{i}", Legacy());

        var seen = await AllEvents();
        Assert.Equal(["agr-before"], seen.Select(recorded => recorded.Stream.Id));
        Assert.Single(await Store.Seals.Unsealed(10));
        Assert.Equal(4, (await EventsOf("agr-before")).Count + (await EventsOf("agr-after-0")).Count + (await EventsOf("agr-after-1")).Count + (await EventsOf("agr-after-2")).Count);

        await open.CommitAsync();
        var rest = await Journal.ReadAll(FeedCursor.After(seen[^1])).ToListAsync();
        Assert.Equal(["agr-late", "agr-after-0", "agr-after-1", "agr-after-2"], rest.Select(recorded => recorded.Stream.Id));
        Assert.Empty(await Journal.ReadAll(FeedCursor.After(rest[^1])).ToListAsync());
        Assert.Equal(["agr-before", "agr-late", "agr-after-0", "agr-after-1", "agr-after-2"], (await AllEvents()).Select(recorded => recorded.Stream.Id));
    }

    [Fact]
    public async Task An_event_with_a_lower_position_in_a_later_transaction_comes_later_and_is_not_lost()
    {
        await Query("SELECT nextval(pg_get_serial_sequence('citygrains.events', 'position'))");
        await Append("agr-first", Legacy());
        var seen = await AllEvents();
        await using var late = await Connect();
        await Insert(late, "agr-second", "OVERRIDING SYSTEM VALUE", position: 1);

        Assert.Equal([2L], seen.Select(recorded => recorded.Position));
        var next = Assert.Single(await Journal.ReadAll(FeedCursor.After(seen[0])).ToListAsync());
        Assert.Equal(("agr-second", 1L), (next.Stream.Id, next.Position));
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_the_feed_whole()
    {
        await using var late = await Connect();
        await using var open = await Insert(late, "agr-late");
        await Append("agr-1", Legacy());
        Assert.Empty(await AllEvents());
        await open.RollbackAsync();
        Assert.Equal(["agr-1"], (await AllEvents()).Select(recorded => recorded.Stream.Id));
    }

    [Fact]
    public async Task A_transaction_in_another_database_of_the_server_does_not_hold_the_feed_up()
    {
        await using var elsewhere = new NpgsqlConnection(await Cluster.NewDatabase());
        await elsewhere.OpenAsync();
        await using var open = await elsewhere.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("CREATE TABLE nightly (n int)", elsewhere)) await write.ExecuteNonQueryAsync();

        await Append("agr-1", Legacy());
        Assert.Single(await AllEvents());
        await open.RollbackAsync();
    }

    [Fact]
    public async Task A_reader_that_follows_three_nodes_sees_every_event_once_and_each_stream_in_order()
    {
        const int streams = 60, each = 8;
        await using var second = await OtherNode();
        await using var third = await OtherNode();
        IStore[] nodes = [Store, second, third];
        var writing = Task.WhenAll(Enumerable.Range(0, streams).Select(async i =>
        {
            await AppendOn(nodes[i % 3], $"agr-{i}", Ask(), Legacy());
            for (var n = 1; n < each; n++) await AppendOn(nodes[(i + n) % 3], $"agr-{i}", Ask(), Progress(n));
        }));

        var seen = new List<RecordedEvent>();
        while (seen.Count < streams * each && !writing.IsFaulted)
        {
            seen.AddRange(await Journal.ReadAll(seen.Count == 0 ? FeedCursor.Start : FeedCursor.After(seen[^1])).ToListAsync());
            await Task.Yield();
        }

        await writing;
        Assert.Equal(streams * each, seen.Select(recorded => (recorded.Stream, recorded.Version)).Distinct().Count());
        Assert.Equal(streams * each, seen.Count);
        Assert.All(seen.GroupBy(recorded => recorded.Stream), stream => Assert.Equal(stream.Select(recorded => recorded.Version).Order(), stream.Select(recorded => recorded.Version)));
        Assert.All(seen.GroupBy(recorded => recorded.Stream), stream => Assert.Equal(stream.Select(recorded => recorded.Position).Order(), stream.Select(recorded => recorded.Position)));
    }

    private async Task<NpgsqlTransaction> Insert(NpgsqlConnection connection, string agreement)
    {
        var transaction = await connection.BeginTransactionAsync();
        await Insert(connection, agreement, "", position: null);
        return transaction;
    }

    private async Task Insert(NpgsqlConnection connection, string agreement, string overriding, long? position)
    {
        var recorded = (await Draft(agreement, Ask(), Legacy())).Events[0];
        var (column, value) = position is { } given ? ("position, ", $"{given}, ") : ("", "");
        await using var command = new NpgsqlCommand(
            $"INSERT INTO citygrains.events ({column}stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash) {overriding} VALUES ({value}$1, 1, $2, $3, $4, $5, $6, $7, 0, $8)",
            connection);
        foreach (var parameter in new object[]
        {
            recorded.Stream.ToString(), recorded.Type, System.Text.Encoding.UTF8.GetString(recorded.Data), System.Text.Encoding.UTF8.GetString(recorded.Meta),
            recorded.OccurredOn, recorded.RecordedAt, recorded.CommandId, recorded.Hash,
        }) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await command.ExecuteNonQueryAsync();
    }
}
