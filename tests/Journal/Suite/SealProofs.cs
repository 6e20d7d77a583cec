using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Tests.Seals;
using CityGrains.Journal.Tests.Stores;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>Proofs read from stored tiles are those of the tree.</summary>
public abstract class SealProofs
{
    protected abstract StoreHome NewHome();

    [Fact]
    public async Task Every_event_is_shown_to_be_in_every_checkpoint_made_after_it()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 135);
        await sealing.Sealer.Seal();
        await sealing.Register(135, 15);
        await sealing.Sealer.Seal();

        var tree = new SealedTree(sealing.Store.Seals);
        foreach (var checkpoint in await sealing.Store.Seals.Checkpoints(long.MaxValue, 10))
        {
            foreach (var recorded in (await sealing.Events()).Take((int)checkpoint.Size))
            {
                var index = (await sealing.Store.Seals.LeafOf(recorded.Position))!.Value;
                var path = await tree.Inclusion(index, checkpoint.Size);
                Assert.True(ProofCheck.Inclusion(MerkleHash.Leaf(recorded.Hash), index, checkpoint.Size, path, checkpoint.Root));
                Assert.Equal(MerkleHash.Leaf(recorded.Hash), await tree.Leaf(index));
            }
        }
    }

    [Fact]
    public async Task Every_size_is_shown_to_be_the_beginning_of_every_later_one()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 150);
        await sealing.Sealer.Seal();
        var tree = new SealedTree(sealing.Store.Seals);
        for (var to = 1; to <= 300; to += 7)
        {
            for (var from = 1; from <= to; from += 3)
                Assert.True(ProofCheck.Consistency(from, to, await tree.Root(from), await tree.Root(to), await tree.Consistency(from, to)), $"{from} in {to}");
        }
    }

    [Fact]
    public async Task An_event_that_is_not_sealed_has_no_leaf()
    {
        await using var sealing = await SealedStore.Open(NewHome(), cities: 1);
        await sealing.Sealer.Seal();
        await sealing.Register(1, 1);
        Assert.Null(await sealing.Store.Seals.LeafOf(3));
        Assert.Equal([(3L, true), (4L, true)], (await sealing.Store.Seals.Unsealed(10)).Select(waiting => (waiting.Place.Position, waiting.Hash.Length == 32)));
    }
}
