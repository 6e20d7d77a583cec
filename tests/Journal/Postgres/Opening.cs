using CityGrains.Journal.Postgres;
using CityGrains.Tests;
using Npgsql;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>What a node meets when it opens the store.</summary>
[Collection(OneServer.Name)]
public sealed class Opening(PostgresCluster cluster) : PostgresSuite(cluster)
{
    [Fact]
    public async Task Migrations_are_applied_once()
    {
        await Append("agr-1", Legacy());
        var schema = await Query("SELECT count(*) || ' ' || max(version) FROM citygrains.schema");
        await Reopen();
        await Reopen();
        Assert.Equal(schema, await Query("SELECT count(*) || ' ' || max(version) FROM citygrains.schema"));
        Assert.Single(await AllEvents());
    }

    [Fact]
    public async Task A_script_that_comes_after_one_with_a_higher_number_is_applied_all_the_same()
    {
        await Append("agr-1", Legacy());
        foreach (var table in new[] { "seal_leaves", "seal_tiles", "seal_keys", "seal_checkpoints" }) await Query($"DROP TABLE citygrains.{table}");
        await Query("DELETE FROM citygrains.schema WHERE version = 4");
        await Reopen();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Nodes_that_open_a_new_store_at_once_all_find_it_whole()
    {
        var database = await Cluster.NewDatabase();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostgresStore.Open(database)));
        Assert.All(await Task.WhenAll(nodes.Select(node => node.Rows.Summary())), summary => Assert.Equal(0, summary.Agreements));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task A_store_that_a_newer_program_changed_is_refused_and_left_alone()
    {
        await Query("INSERT INTO citygrains.schema (version, script) VALUES (9999, 'from-the-future')");

        var refused = await Assert.ThrowsAsync<StoreIsNewerException>(OtherNode);
        Assert.Equal(9999, refused.Schema);
        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreIsNewerException>(() => PostgresStore.Verify(Database));
    }

    [Fact]
    public async Task A_store_of_an_older_program_is_not_read_beside_it()
    {
        await Query("DELETE FROM citygrains.schema WHERE version = 4");
        Assert.Contains(
            "older program", (await Assert.ThrowsAsync<JournalUnavailableException>(() => PostgresRecord.Open(Database))).Message, StringComparison.Ordinal);
        var empty = await Cluster.NewDatabase();
        Assert.Contains(
            "is not there", (await Assert.ThrowsAsync<JournalUnavailableException>(() => PostgresRecord.Open(empty))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_in_another_format_are_rebuilt_when_the_store_is_opened()
    {
        await Append("agr-1", Legacy(), Progress(10));
        var body = (await Rows.Find(Agreement("agr-1")))!.Body;
        await Query("UPDATE citygrains.agreements SET format = 0, body = 'of another program', search = 'old'; DELETE FROM citygrains.agreement_facets; UPDATE citygrains.row_formats SET format = 0");

        await Reopen();

        Assert.Equal(body, (await Rows.Find(Agreement("agr-1")))!.Body);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Nonsense=1")]
    [InlineData("Host=127.0.0.1;Port=many")]
    [InlineData("not a connection string")]
    [InlineData("")]
    [InlineData("Database=record;Username=citygrains")]
    public async Task A_connection_string_that_names_no_server_is_refused(string connectionString) =>
        await Assert.ThrowsAsync<FormatException>(() => PostgresStore.Open(connectionString));

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_without_the_password()
    {
        var nobody = new NpgsqlConnectionStringBuilder(Database) { Port = 1, Database = "record" };
        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => PostgresStore.Open(nobody.ToString()));
        Assert.Equal("The store record on 127.0.0.1 cannot be reached. / Kho dữ liệu record trên 127.0.0.1 hiện không kết nối được.", refused.Message);
        Assert.DoesNotContain(nobody.Password!, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_a_missing_database_and_another_encoding_are_told_apart()
    {
        var wrong = new NpgsqlConnectionStringBuilder(Database) { Password = "wrong" };
        Assert.Contains("refuses the user name or the password", await Refused(wrong.ToString()), StringComparison.Ordinal);
        var missing = new NpgsqlConnectionStringBuilder(Database) { Database = "nowhere" };
        Assert.Contains("nowhere on 127.0.0.1 does not exist", await Refused(missing.ToString()), StringComparison.Ordinal);
        Assert.Contains("SQL_ASCII", await Refused(await Cluster.NewDatabase("TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_acknowledged_is_on_disk_whatever_the_servers_default_is()
    {
        var database = await Cluster.NewDatabase();
        await PostgresCluster.Execute(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET synchronous_commit = off");
        await using var store = await PostgresStore.Open(database);

        var setting = "";
        await store.Writer.Step(
            session =>
            {
                using var command = new NpgsqlCommand("SHOW synchronous_commit", session.Connection);
                setting = (string)command.ExecuteScalar()!;
            },
            CancellationToken.None);
        Assert.Equal("on", setting);
    }

    [Fact]
    public async Task A_database_with_a_language_of_its_own_compares_texts_as_every_store_does()
    {
        var database = await Cluster.NewDatabase("TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C'");
        await using var store = await PostgresStore.Open(database);
        foreach (var id in new[] { "agr-2024-000002", "agr-2024-000010", "agr-2024-00012", "agr-2024-000011x" }) await AppendOn(store, id, Ask(), Legacy(office: id));

        Assert.Equal("agr-2024-000010", await store.Rows.HighestAgreementNumber(2024));
        Assert.True((await store.Verify()).IsIntact);
    }

    [Fact]
    public async Task After_a_dump_was_restored_into_a_cluster_that_counts_from_lower_new_events_still_come_last()
    {
        await Append("agr-1", Legacy());
        await Query("UPDATE citygrains.events SET tx = tx + 1000000000");
        var seen = FeedCursor.After(Assert.Single(await Journal.ReadStream(Agreement("agr-1")).ToListAsync()));

        await Reopen();
        await Append("agr-2", Legacy());

        Assert.Equal(["agr-1", "agr-2"], (await AllEvents()).Select(recorded => recorded.Stream.Id));
        Assert.Equal(["agr-2"], (await Journal.ReadAll(seen).ToListAsync()).Select(recorded => recorded.Stream.Id));
        await Reopen();
        Assert.Equal(2, (await AllEvents()).Count);
    }

    private static async Task<string> Refused(string connectionString) =>
        (await Assert.ThrowsAsync<JournalUnavailableException>(() => PostgresStore.Open(connectionString))).Message;
}
