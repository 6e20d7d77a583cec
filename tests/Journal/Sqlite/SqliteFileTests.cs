using CityGrains.Journal.Sqlite;
using CityGrains.Journal.Tests.Stores;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Sqlite;

/// <summary>What can happen to a file.</summary>
public sealed class SqliteFileTests : SqliteSuite
{
    [Fact]
    public async Task Migrations_are_applied_once()
    {
        await Append("agr-1", Legacy());
        var schema = Query("SELECT count(*) || ' ' || max(version) FROM schema");
        await Reopen();
        await Reopen();
        Assert.Equal(schema, Query("SELECT count(*) || ' ' || max(version) FROM schema"));
        Assert.Single(await AllEvents());
    }

    [Fact]
    public async Task A_script_that_comes_after_one_with_a_higher_number_is_applied_all_the_same()
    {
        await Append("agr-1", Legacy());
        foreach (var table in new[] { "seal_leaves", "seal_tiles", "seal_keys", "seal_checkpoints" }) Query($"DROP TABLE {table}; SELECT 1");
        Query("DELETE FROM schema WHERE version = 4 RETURNING version");
        await Reopen();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Two_that_open_a_new_store_at_once_both_find_it_whole()
    {
        await using var home = new SqliteHome();
        var stores = await Task.WhenAll(home.Open(), home.Open());
        Assert.All(await Task.WhenAll(stores.Select(store => store.Rows.Summary())), summary => Assert.Equal(0, summary.Agreements));
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task A_store_that_a_newer_program_changed_is_refused_and_left_alone()
    {
        Query("INSERT INTO schema (version, script) VALUES (9999, 'from-the-future') RETURNING version");
        await Store.DisposeAsync();

        var refused = await Assert.ThrowsAsync<StoreIsNewerException>(() => SqliteStore.Open(File));
        Assert.Equal(9999, refused.Schema);
        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreIsNewerException>(() => SqliteStore.Verify(File));
        Assert.Throws<StoreIsNewerException>(() => SqliteRecord.Open(File));

        Query("DELETE FROM schema WHERE version = 9999 RETURNING version");
        await Reopen();
    }

    [Fact]
    public void A_store_of_an_older_program_is_not_read_beside_it()
    {
        Query("DELETE FROM schema WHERE version = 4 RETURNING version");
        Assert.Contains("older program", Assert.Throws<JournalUnavailableException>(() => SqliteRecord.Open(File)).Message, StringComparison.Ordinal);
        Assert.Contains("is not there", Assert.Throws<JournalUnavailableException>(() => SqliteRecord.Open(File + ".none")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_in_another_format_are_rebuilt_when_the_store_is_opened()
    {
        await Append("agr-1", Legacy(), Progress(10));
        var body = (await Rows.Find(Agreement("agr-1")))!.Body;
        Query("UPDATE agreements SET format = 0, body = 'of another program', search = 'old', facets = '' RETURNING id");
        Query("UPDATE row_formats SET format = 0 RETURNING kind");

        await Reopen();

        Assert.Equal(body, (await Rows.Find(Agreement("agr-1")))!.Body);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_row_of_another_format_is_handed_out_as_such_and_the_stream_folded()
    {
        await Append("agr-1", Legacy(), Progress(10));
        Query("UPDATE agreements SET format = 0, body = '{\"of\":\"another program\"}' RETURNING id");

        Assert.Equal(0, (await Journal.ReadHead(Agreement("agr-1")))!.Format);
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Progress(20))).Status);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_acknowledged_and_room_heals_it()
    {
        await Append("agr-0", Legacy());
        await Full(pages: 0);
        var before = await AllEvents();

        var refused = 0;
        for (var i = 1; i <= 20; i++)
        {
            try
            {
                await Append($"agr-{i}", Legacy());
            }
            catch (JournalUnavailableException full)
            {
                Assert.Contains("is full", full.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(refused > 0);
        Assert.Equal(before.Count + 20 - refused, (await AllEvents()).Count);

        await Full(pages: 1_000_000);
        Assert.Equal(AppendStatus.Appended, (await Append("agr-later", Legacy())).Status);
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_store_another_process_is_writing_to_fails_the_append_and_takes_the_next()
    {
        await Append("agr-0", Legacy());
        await ((SqliteStore)Store).Writer.Step(session => session.Connection.Execute("PRAGMA busy_timeout = 20"), CancellationToken.None);
        using (var other = Connect())
        {
            using var writing = other.BeginTransaction();
            await Assert.ThrowsAsync<JournalUnavailableException>(() => Append("agr-1", Legacy()));
            Assert.Single(await AllEvents());
        }

        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Legacy())).Status);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused()
    {
        await using var home = new SqliteHome();
        await System.IO.File.WriteAllTextAsync(home.File, string.Concat(Enumerable.Repeat("không phải cơ sở dữ liệu ", 200)));
        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(home.Open);
        Assert.Contains("is not a store", refused.Message, StringComparison.Ordinal);
        Assert.False((await SqliteStore.Verify(home.File)).IsIntact);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_to_be_missing()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), $"citygrains-{Guid.NewGuid():N}", "store.db");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => SqliteStore.Open(nowhere));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => SqliteStore.Verify(nowhere));
    }

    [Fact]
    public async Task A_closed_store_is_one_file()
    {
        await Append("agr-1", Legacy());
        await Store.DisposeAsync();
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        await Reopen();
    }

    private Task Full(int pages) =>
        ((SqliteStore)Store).Writer.Step(session => session.Connection.Execute($"PRAGMA max_page_count = {pages + 1}"), CancellationToken.None);
}
