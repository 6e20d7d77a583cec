using CityGrains.Journal.Seals.Tree;
using static CityGrains.Journal.Tests.Seals.ReferenceTree;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>The tree as it is kept, in tiles of 256 hashes.</summary>
public class TreeOfTiles
{
    private static readonly IReadOnlyList<byte[]> Leaf = Entries(70_000);

    [Fact]
    public void A_tree_that_grew_leaf_by_leaf_has_the_root_of_the_RFC_at_every_size_around_a_full_tile()
    {
        var tree = new GrowingTree(_ => { });
        foreach (var size in Enumerable.Range(1, 1030))
        {
            tree.Append(Leaf[size - 1]);
            Assert.Equal(size, tree.Size);
            if (size % 256 is < 4 or > 253 || size % 37 == 0) Assert.Equal(Root(Leaf, size), tree.Root());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(69_999)]
    public void A_tree_put_down_and_taken_up_again_grows_on_as_if_it_had_never_been_put_down(int size)
    {
        var kept = new Dictionary<(int, long), Tile>();
        var first = new GrowingTree(tile => kept[(tile.Level, tile.Number)] = tile);
        foreach (var entry in Leaf.Take(size)) first.Append(entry);
        foreach (var tile in first.Open) kept[(tile.Level, tile.Number)] = tile;

        var last = GrowingTree.LastTiles(size).Select(at => at.Count == 0 ? new Tile(at.Level, at.Number, []) : kept[(at.Level, at.Number)]).ToList();
        Assert.All(GrowingTree.LastTiles(size).Zip(last), pair => Assert.Equal(pair.First.Count, pair.Second.Count));
        var second = new GrowingTree(size, last, _ => { });
        Assert.Equal(first.Root(), second.Root());

        first.Append(Leaf[size]);
        second.Append(Leaf[size]);
        Assert.Equal(size + 1, second.Size);
        Assert.Equal(first.Root(), second.Root());
        Assert.Equal(Root(Leaf, size + 1), second.Root());
    }

    [Fact]
    public void A_full_tile_is_handed_out_once_and_its_root_is_a_hash_of_the_tile_above()
    {
        var full = new List<Tile>();
        var tree = new GrowingTree(full.Add);
        foreach (var entry in Leaf.Take(65_536)) tree.Append(entry);

        Assert.Equal(257, full.Count);
        Assert.Equal(Enumerable.Range(0, 256).Select(n => (long)n), full.Where(tile => tile.Level == 0).Select(tile => tile.Number));
        var above = Assert.Single(full, tile => tile.Level == 1);
        Assert.Equal(full[3].Root(0, Tile.Width), above.Root(3, 1));
        Assert.Equal(Root(Leaf, 65_536), above.Root(0, Tile.Width));
    }
}
