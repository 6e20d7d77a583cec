using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Verification;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>Somebody who can write to the database edits it, chain and all; the seals tell what.</summary>
public class TamperedSeals
{
    [Fact]
    public async Task What_nobody_touched_is_intact_with_several_checkpoints_and_keys()
    {
        await using var sealing = await Sealed();
        var report = await SealVerification.Run(sealing.Store.Seals);
        Assert.True(report.IsIntact, report.First?.Reason.En);
        Assert.Equal(610, report.Events);
        Assert.True((await sealing.Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task What_waits_to_be_sealed_is_no_fault()
    {
        await using var sealing = await SealedStore.Open(cities: 3);
        Assert.True((await SealVerification.Run(sealing.Store.Seals)).IsIntact);
        await sealing.Sealer.Seal();
        await sealing.Register(3, 4);
        var report = await SealVerification.Run(sealing.Store.Seals);
        Assert.Equal((true, 6), (report.IsIntact, report.Events));
    }

    [Fact]
    public async Task What_is_sealed_while_the_tiles_are_read_is_no_fault()
    {
        await using var sealing = await SealedStore.Open(cities: 200);
        await sealing.Sealer.Seal();
        var report = await SealVerification.Run(new SealedMeanwhile(sealing, registered: 200));
        Assert.True(report.IsIntact, report.First?.Reason.En);
    }

    [Fact]
    public async Task An_event_whose_hash_was_rewritten_is_named()
    {
        await using var sealing = await Sealed();
        await sealing.Tamper("UPDATE events SET hash = randomblob(32) WHERE position = 303");
        var first = await First(sealing);
        var bad = (await sealing.Events()).Single(recorded => recorded.Position == 303);
        Assert.Equal((VerifiedPart.Seals, bad.Stream.ToString(), bad.Version, 303), (first.What, first.Stream, first.Version, first.Position));
        Assert.Contains("leaf 302", first.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_was_removed_is_named_by_its_position()
    {
        await using var sealing = await Sealed();
        await sealing.Tamper("DELETE FROM events WHERE position = 17");
        var first = await First(sealing);
        Assert.Equal(17, first.Position);
        Assert.Contains("no longer there", first.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_was_put_in_among_the_sealed_ones_is_named()
    {
        await using var sealing = await Sealed();
        await sealing.Tamper("""
            INSERT INTO events SELECT -5, 'city/vn-moi', version, type, data, meta, occurred_on, recorded_at, randomblob(16), command_index, hash FROM events WHERE position = 1
            """);
        var first = await First(sealing);
        Assert.Equal(("city/vn-moi", -5), (first.Stream, first.Position));
    }

    [Fact]
    public async Task Events_and_tree_changed_together_contradict_the_next_checkpoint()
    {
        await using var sealing = await Sealed();
        await sealing.Tamper("""
            UPDATE events SET hash = zeroblob(32) WHERE position = 303;
            """);
        await sealing.Tamper($"UPDATE seal_tiles SET hashes = {Replaced(302 - 256, Convert.ToHexString(Journal.Seals.Tree.MerkleHash.Leaf(new byte[32])))} WHERE level = 0 AND number = 1");
        var first = await First(sealing);
        Assert.Contains("leaves 200 to 409", first.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tile_that_was_changed_is_told_from_the_events_which_were_not()
    {
        await using var sealing = await Sealed();
        await sealing.Tamper($"UPDATE seal_tiles SET hashes = {Replaced(7, new string('0', 64))} WHERE level = 0 AND number = 0");
        var first = await First(sealing);
        Assert.Null(first.Position);
        Assert.Contains("Tile 0 of level 0", first.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM seal_leaves WHERE leaf = 609", "leaves were taken away")]
    [InlineData("DELETE FROM seal_leaves WHERE leaf = 5", "Leaf 5 of the tree is missing")]
    [InlineData("UPDATE seal_leaves SET position = 100000 WHERE leaf = 5", "no longer there")]
    [InlineData("DELETE FROM seal_tiles WHERE level = 1", "Tile 0 of level 1")]
    [InlineData("DELETE FROM seal_keys WHERE number = 1", "Key 2 was not rightly introduced")]
    [InlineData("UPDATE seal_keys SET statement = replace(statement, 'signed', 'lost') WHERE number = 2", "Key 2 was not rightly introduced")]
    [InlineData("UPDATE seal_checkpoints SET checkpoint = replace(checkpoint, 'time 2026', 'time 2025') WHERE size = 410", "checkpoint of size 410 is not signed")]
    [InlineData("UPDATE seal_checkpoints SET size = 411 WHERE size = 410", "checkpoint of size 411 is damaged")]
    public async Task Whatever_else_was_changed_is_told(string change, string told)
    {
        await using var sealing = await Sealed();
        await sealing.Tamper(change);
        var report = await SealVerification.Run(sealing.Store.Seals);
        Assert.False((await sealing.Store.Verify()).IsIntact);
        Assert.Contains(report.Findings, finding => finding.Reason.En.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE seal_checkpoints SET size = 610 WHERE size = 610", 610)]
    [InlineData("DELETE FROM seal_checkpoints WHERE size = 610", 410)]
    [InlineData("DELETE FROM seal_checkpoints", 0)]
    [InlineData("DELETE FROM seal_checkpoints; DELETE FROM seal_keys; DELETE FROM seal_leaves; DELETE FROM seal_tiles", 0)]
    public async Task Checkpoints_that_were_taken_away_show_in_how_many_events_are_covered(string change, long covered)
    {
        await using var sealing = await Sealed();
        await sealing.Tamper(change);
        var report = await sealing.Store.Verify();
        Assert.Equal((true, 610, covered), (report.IsIntact, report.Events, report.Covered));
    }

    [Fact]
    public async Task A_checkpoint_by_a_key_that_is_not_the_records_own_is_refused()
    {
        await using var sealing = await Sealed();
        using var stranger = SealKey.Create();
        var root = (await sealing.Store.Seals.Checkpoints(long.MaxValue, 1))[0];
        await sealing.Register(500, 1);
        await sealing.Store.Seals.AddCheckpoint(Checkpoint.Sign(root.Origin, 611, root.Root, DateTimeOffset.UnixEpoch, stranger));
        var report = await SealVerification.Run(sealing.Store.Seals);
        Assert.Contains(report.Findings, finding => finding.Reason.En.Contains("size 611 is not signed by a key of this record", StringComparison.Ordinal));
    }

    /// <summary>305 cities, 610 events, checkpoints of 200, 410 and 610, the last by a second key.</summary>
    private static async Task<SealedStore> Sealed()
    {
        var sealing = await SealedStore.Open(cities: 100);
        await sealing.Sealer.Seal();
        await sealing.Register(100, 105);
        await sealing.Sealer.Seal();
        await sealing.Keys.Rotate();
        await sealing.Register(205, 100);
        await sealing.Sealer.Seal();
        return sealing;
    }

    private static async Task<Finding> First(SealedStore sealing)
    {
        var report = await SealVerification.Run(sealing.Store.Seals);
        Assert.False(report.IsIntact);
        Assert.False((await sealing.Store.Verify()).IsIntact);
        return report.First!;
    }

    private static string Replaced(int place, string hex) =>
        $"CAST(substr(hashes, 1, {place * 32}) || x'{hex}' || substr(hashes, {(place * 32) + 33}) AS BLOB)";
}
