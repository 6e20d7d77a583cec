using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Tests.Seals;
using CityGrains.Journal.Tests.Stores;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>Events become leaves of the tree, once each, in the order of the feed.</summary>
public abstract class Sealing
{
    protected abstract StoreHome NewHome();

    [Fact]
    public async Task Every_event_is_sealed_once_in_the_order_of_the_feed()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 400);
        var outcome = await sealing.Sealer.Seal();
        var events = await sealing.Events();

        Assert.Equal((800, 800, false), (outcome.Size, outcome.Sealed, outcome.More));
        Assert.Equal(800, await sealing.Store.Seals.Size());
        Assert.Equal(
            events.Select((recorded, i) => (Leaf: (long)i, recorded.Position, Stream: (string?)recorded.Stream.ToString(), Version: (long?)recorded.Version)),
            (await sealing.Store.Seals.Sealed(0, 1000)).Select(leaf => (leaf.Leaf, leaf.Place.Position, leaf.Stream, leaf.Version)));
        Assert.Equal(ReferenceTree.Root([.. events.Select(recorded => recorded.Hash)], 800), outcome.Checkpoint!.Root);
    }

    [Fact]
    public async Task Sealing_when_nothing_new_was_recorded_changes_nothing()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 3);
        var first = await sealing.Sealer.Seal();
        var second = await sealing.Sealer.Seal();

        Assert.Equal((6, 0), (second.Size, second.Sealed));
        Assert.Equal(first.Checkpoint!.Note.ToString(), second.Checkpoint!.Note.ToString());
        Assert.Single(await sealing.Store.Seals.Checkpoints(long.MaxValue, 10));
    }

    [Fact]
    public async Task An_empty_record_has_no_checkpoint()
    {
        await using var sealing = await SealedStore.Open(NewHome());
        Assert.Equal(new SealOutcome(0, 0, More: false, Checkpoint: null), await sealing.Sealer.Seal());
    }

    [Fact]
    public async Task Sealing_goes_on_after_a_restart_where_it_stood()
    {
        await using var sealing = await SealedStore.Open(NewHome());
        var sizes = new List<long>();
        foreach (var (first, count) in new[] { (0, 1), (1, 100), (101, 27), (128, 1), (129, 150) })
        {
            await sealing.Register(first, count);
            sizes.Add((await sealing.Sealer.Seal()).Size);
            await sealing.Reopen();
        }

        Assert.Equal([2, 202, 256, 258, 558], sizes);
        var hashes = (await sealing.Events()).Select(recorded => recorded.Hash).ToList();
        foreach (var checkpoint in await sealing.Store.Seals.Checkpoints(long.MaxValue, 10))
        {
            Assert.Equal(ReferenceTree.Root(hashes, checkpoint.Size), checkpoint.Root);
            Assert.Equal(checkpoint.Root, await new SealedTree(sealing.Store.Seals).Root(checkpoint.Size));
        }
    }

    [Fact]
    public async Task Of_two_sealers_that_append_at_the_same_size_one_fails_and_leaves_nothing_behind()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 5);
        var waiting = await sealing.Store.Seals.Unsealed(10);
        var late = new SealedRun(0, [.. waiting.Take(4)], [new Tile(0, 0, new byte[4 * 32])]);

        var outcome = await sealing.Sealer.Seal();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => sealing.Store.Seals.Append(late));

        Assert.Equal(10, await sealing.Store.Seals.Size());
        Assert.Equal(outcome.Checkpoint!.Root, await new SealedTree(sealing.Store.Seals).Root(10));
    }

    [Fact]
    public async Task The_same_event_is_never_two_leaves()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 2);
        await sealing.Sealer.Seal();
        var first = await sealing.Store.Journal.ReadAll().FirstAsync(TestContext.Current.CancellationToken);
        var again = new SealedRun(4, [new UnsealedEvent(FeedCursor.After(first), [])], [new Tile(0, 0, new byte[5 * 32])]);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => sealing.Store.Seals.Append(again));
        Assert.Equal(4, await sealing.Store.Seals.Size());
    }

    [Fact]
    public async Task A_tree_that_was_tampered_with_is_never_signed_again()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 20);
        await sealing.Sealer.Seal();
        var tile = (await sealing.Store.Seals.Tile(0, 0))!;
        tile.Hashes[100] ^= 1;
        await sealing.Store.Seals.Append(new SealedRun(40, [], [tile]));

        await sealing.Register(20, 1);
        var broken = await Assert.ThrowsAsync<SealBrokenException>(() => sealing.Sealer.Seal());
        Assert.Contains("40", broken.Message, StringComparison.Ordinal);
        Assert.Single(await sealing.Store.Seals.Checkpoints(long.MaxValue, 10));
    }
}
