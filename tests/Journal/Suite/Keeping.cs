using System.Text;
using CityGrains.Journal.Export;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Restoring;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Tests.Seals;
using CityGrains.Journal.Tests.Stores;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>A record leaves its store as a file and goes on in another place, of the same kind or another.</summary>
public abstract class Keeping
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly StoredKey Lan = new("lan", [.. Enumerable.Repeat((byte)7, 32)], ["officer", "approver"], "so-ngoai-vu",
        Noon) { ExpiresAt = Noon.AddYears(1), RevokedAt = Noon.AddDays(1) };

    private static readonly Webhook Portal = new("cong-du-lieu", "https://hooks.example/x", [.. Enumerable.Repeat((byte)9, 32)], FeedCursor.Start, Noon,
        "lan") { Types = ["agreement-signed"], Offices = ["so-ngoai-vu", "ubnd"] };

    /// <summary>Where the record is at first.</summary>
    protected abstract StoreHome NewHome();

    /// <summary>Where it goes.</summary>
    protected abstract StoreHome NewPlace();

    [Fact]
    public async Task There_and_back_again_the_record_is_the_same_byte_for_byte()
    {
        await using var sealing = await Sealed(NewHome());
        await using var there = NewPlace();
        await using var back = NewHome();

        var first = await Backup(sealing.Store);
        Assert.Equal(170, await Restored(first, there));
        var second = await Backup(there);
        Assert.Equal(170, await Restored(second, back));

        Assert.Equal(first, second);
        Assert.Equal(first, await Backup(back));
    }

    [Fact]
    public async Task What_was_restored_is_intact_has_the_same_seals_and_the_same_callers()
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        await Restored(await Backup(sealing.Store), place);

        await using var store = await place.Open();
        var report = await store.Verify();
        Assert.True(report.IsIntact, report.First?.Reason.En);
        Assert.Equal(170, await store.Seals.Size());
        var (was, now) = (new SealedTree(sealing.Store.Seals), new SealedTree(store.Seals));
        for (var size = 1; size <= 160; size++) Assert.Equal(await was.Root(size), await now.Root(size));
        Assert.Equal(await Texts(sealing.Store), await Texts(store));
        Assert.Equal((await sealing.Store.Rows.Summary()).Cities, (await store.Rows.Summary()).Cities);
        var key = Assert.Single(await store.Keys.All());
        Assert.Equal((Lan.Name, Lan.Office, Lan.CreatedAt, Lan.ExpiresAt, Lan.RevokedAt), (key.Name, key.Office, key.CreatedAt, key.ExpiresAt, key.RevokedAt));
        Assert.Equal(Lan.Hash, key.Hash);
        Assert.Equal(Lan.Roles, key.Roles);
    }

    [Fact]
    public async Task Webhooks_are_silent_where_they_were_restored_and_told_of_what_comes_after_once_enabled()
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        await Restored(await Backup(sealing.Store), place);

        await using var store = await place.Open();
        var webhook = Assert.Single(await store.Webhooks.All());
        Assert.Equivalent(Portal with { Enabled = false, Starts = webhook.Starts }, webhook, strict: true);
        Assert.Equal(await store.Journal.ReadEnd(), webhook.Starts);
        Assert.Empty(await store.Webhooks.Enabled());
    }

    [Fact]
    public async Task The_record_goes_on_where_it_was_restored()
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        await Restored(await Backup(sealing.Store), place);

        await using var moved = await SealedStore.Open(place, sealing.Folder);
        await moved.Register(85, 5);
        var outcome = await moved.Sealer.Seal();
        Assert.Equal(180, outcome.Size);
        var feed = await moved.Events();
        Assert.Equal(180, feed.Select(FeedCursor.After).Distinct().Count());
        Assert.Equal(feed.OrderBy(recorded => recorded.Transaction).ThenBy(recorded => recorded.Position).Select(recorded => recorded.Position),
            feed.Select(recorded => recorded.Position));
        var report = await moved.Store.Verify();
        Assert.True(report.IsIntact, report.First?.Reason.En);
    }

    [Fact]
    public async Task An_export_tells_nothing_of_who_may_sign_in_and_is_restored_as_well()
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        using var export = new MemoryStream();
        await ExportWriter.Write(new OpenRecord(sealing.Store), Noon, export);
        Assert.DoesNotContain("callerKey", Encoding.UTF8.GetString(export.ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain("hooks.example", Encoding.UTF8.GetString(export.ToArray()), StringComparison.Ordinal);

        Assert.Equal(170, await Restored(export.ToArray(), place));
        await using var store = await place.Open();
        Assert.Empty(await store.Keys.All());
    }

    [Fact]
    public async Task An_empty_record_is_kept_as_well()
    {
        await using var home = NewHome();
        await using var place = NewPlace();
        await (await home.Open()).DisposeAsync();
        Assert.Equal(0, await Restored(await Backup(home), place));
        await using var moved = await SealedStore.Open(place, cities: 3);
        Assert.Equal(6, (await moved.Sealer.Seal()).Size);
        Assert.True((await moved.Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_the_beginning_of_the_record()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 50);
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i <= 20; i++)
            {
                await sealing.Register(50 * i, 50);
                await sealing.Sealer.Seal();
            }
        });
        var backups = new List<byte[]>();
        do
        {
            backups.Add(await Backup(sealing.Home));
        }
        while (!writing.IsCompleted);
        await writing;

        var feed = await sealing.Events();
        foreach (var backup in new[] { backups[0], backups[backups.Count / 2], backups[^1] })
        {
            await using var place = NewPlace();
            var count = await Restored(backup, place);
            await using var store = await place.Open();
            Assert.True((await store.Verify()).IsIntact);
            Assert.Equal(feed.Take((int)count).Select(recorded => Convert.ToHexString(recorded.Hash)),
                (await store.Journal.ReadAll().ToListAsync()).Select(recorded => Convert.ToHexString(recorded.Hash)));
        }
    }

    [Fact]
    public async Task A_place_with_a_store_is_left_alone()
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        await using var there = await SealedStore.Open(place, cities: 2);
        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await Restored(await Backup(sealing.Store), place));
        Assert.Contains("already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, (await there.Events()).Count);
        Assert.True((await there.Store.Verify()).IsIntact);
    }

    [Theory]
    [InlineData("", "Line 1: The file does not begin with the header")]
    [InlineData("not json", "Line 1: The file does not begin with the header")]
    [InlineData("truncated", "was cut off")]
    [InlineData("edited", "Line 10: The hash does not fit")]
    [InlineData("removed", "Versions are not dense")]
    [InlineData("caller", "SHA-256 is another")]
    public async Task A_file_that_was_changed_is_refused_with_its_line_and_leaves_nothing_behind(string how, string told)
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        var lines = Encoding.UTF8.GetString(await Backup(sealing.Store)).Split('\n').ToList();
        if (how == "edited") lines[9] = lines[9].Replace("Thành phố", "Thành Phố", StringComparison.Ordinal);
        if (how == "edited" && !lines[9].Contains("Phố", StringComparison.Ordinal)) lines[9] = lines[9].Replace("sách", "báo", StringComparison.Ordinal);
        if (how == "removed") lines.RemoveAt(lines.FindIndex(line => line.Contains("\"version\":1,", StringComparison.Ordinal)));
        if (how == "caller") lines[3] = lines[3].Replace("approver", "admin", StringComparison.Ordinal);
        var text = how is "truncated" ? string.Join('\n', lines)[..^300] : how is "" or "not json" ? how : string.Join('\n', lines);

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Restored(Encoding.UTF8.GetBytes(text), place));
        Assert.Contains(told, refused.Reason.En, StringComparison.Ordinal);
        Assert.Equal(170, await Restored(await Backup(sealing.Store), place));
    }

    [Fact]
    public async Task A_record_this_program_cannot_follow_is_refused_and_leaves_nothing_behind()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 2);
        await using var place = NewPlace();
        await using var strange = new Strange(await sealing.Events(), sealing.Store.Seals);
        using var file = new MemoryStream();
        await ExportWriter.Write(strange, Noon, file);

        var refused = await Assert.ThrowsAsync<FileRefusedException>(() => Restored(file.ToArray(), place));
        Assert.Contains("city-vanished/9", refused.Reason.En, StringComparison.Ordinal);
        await using var store = await place.Open();
        Assert.Empty(await store.Journal.ReadAll().ToListAsync());
    }

    [Fact]
    public async Task A_restore_that_was_not_finished_is_no_store_and_can_be_run_again()
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        var part = new RestoredPart();
        foreach (var recorded in (await sealing.Events()).Select((recorded, i) => recorded with { Position = i + 1 })) part.Events.Add(recorded);
        await using (var restoring = await place.Restore())
        {
            await restoring.MustBeEmpty(TestContext.Current.CancellationToken);
            await restoring.Begin(TestContext.Current.CancellationToken);
            await restoring.Add(part, TestContext.Current.CancellationToken);
        }

        Assert.Contains("not finished", (await Assert.ThrowsAsync<JournalUnavailableException>(place.Open)).Message, StringComparison.Ordinal);
        Assert.Contains("not finished", (await Assert.ThrowsAsync<JournalUnavailableException>(place.Read)).Message, StringComparison.Ordinal);
        Assert.Equal(170, await Restored(await Backup(sealing.Store), place));
        await using var store = await place.Open();
        Assert.True((await store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_restore_tells_how_far_it_has_come()
    {
        await using var sealing = await Sealed(NewHome());
        await using var place = NewPlace();
        var told = new List<RestoreProgress>();
        using var file = new MemoryStream(await Backup(sealing.Store));
        await using var restoring = await place.Restore();
        await Restoration.Run(file, restoring, new Told(told), TestContext.Current.CancellationToken);
        Assert.Equal((RestoredStep.Rows, 170L, 170L), (told[^1].Step, told[^1].Done, told[^1].Total));
        Assert.Contains(told, progress => progress.Step is RestoredStep.Events && progress.Done == progress.Total);
    }

    /// <summary>85 cities, sealed to the 160th event, with a second key and a caller.</summary>
    private static async Task<SealedStore> Sealed(StoreHome home)
    {
        var sealing = await SealedStore.Open(home, cities: 40);
        await sealing.Sealer.Seal();
        await sealing.Keys.Rotate();
        await sealing.Register(40, 40);
        await sealing.Sealer.Seal();
        await sealing.Register(80, 5);
        await sealing.Store.Keys.Save(Lan);
        await sealing.Store.Webhooks.Add(Portal, new WebhookChange(Portal.Id, "created", Portal.Url, Noon, "lan", "so-ngoai-vu"));
        return sealing;
    }

    private static async Task<List<string>> Texts(IStore store) =>
    [
        .. (await store.Seals.Keys()).Select(key => key.Note.ToString()),
        .. (await store.Seals.Checkpoints(long.MaxValue, 100)).Select(checkpoint => checkpoint.Note.ToString()),
    ];

    private static Task<byte[]> Backup(IStore store) => Backup(new OpenRecord(store));

    private static async Task<byte[]> Backup(StoreHome home)
    {
        await using var record = await home.Read();
        return await Backup(record);
    }

    private static async Task<byte[]> Backup(IWholeRecord record)
    {
        using var file = new MemoryStream();
        await ExportWriter.WriteBackup(record, Noon, file);
        return file.ToArray();
    }

    private static async Task<long> Restored(byte[] backup, StoreHome place)
    {
        using var file = new MemoryStream(backup);
        await using var restoring = await place.Restore();
        return await Restoration.Run(file, restoring, cancel: TestContext.Current.CancellationToken);
    }

    private sealed class Told(List<RestoreProgress> told) : IProgress<RestoreProgress>
    {
        public void Report(RestoreProgress value) => told.Add(value);
    }

    /// <summary>The last event is of a type nobody knows; its hash is right.</summary>
    private sealed class Strange(List<RecordedEvent> events, ISealReading seals) : IWholeRecord
    {
        public ISealReading Seals => seals;

        public IAsyncEnumerable<RecordedEvent> Events(CancellationToken cancel)
        {
            var last = events.Last(recorded => recorded.Version == 2);
            var before = events.Single(recorded => recorded.Stream == last.Stream && recorded.Version == 1);
            var strange = last with { Type = "city-vanished/9" };
            return events.Where(recorded => recorded != last).Append(strange with { Hash = HashChain.Hash(before.Hash, strange) }).ToAsyncEnumerable();
        }

        public Task<IReadOnlyList<StoredKey>> CallerKeys(CancellationToken cancel) => Task.FromResult<IReadOnlyList<StoredKey>>([]);

        public Task<IReadOnlyList<Webhook>> Webhooks(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Webhook>>([]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
