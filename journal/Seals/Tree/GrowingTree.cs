namespace CityGrains.Journal.Seals.Tree;

/// <summary>A tree that leaves are appended to. It remembers the last tile of each level only, whatever its size; full tiles are handed out.</summary>
public sealed class GrowingTree
{
    private readonly List<OpenTile> _open = [];
    private readonly Action<Tile> _full;

    /// <summary>An empty tree.</summary>
    /// <param name="full">Told of each tile that is full, once.</param>
    public GrowingTree(Action<Tile> full) => _full = full;

    /// <summary>A tree as it stands, by its last tiles, lowest level first.</summary>
    public GrowingTree(long size, IEnumerable<Tile> last, Action<Tile> full) : this(full)
    {
        Size = size;
        _open.AddRange(last.Select(tile => new OpenTile(tile)));
    }

    /// <summary>How many leaves it has.</summary>
    public long Size { get; private set; }

    /// <summary>The tiles that are begun and not full.</summary>
    public IEnumerable<Tile> Open => _open.Where(tile => tile.Count > 0).Select(tile => tile.ToTile());

    /// <summary>Where the last tile of each level of a tree is: its number, and how many hashes it has; the lowest level first.</summary>
    public static IEnumerable<(int Level, long Number, int Count)> LastTiles(long size)
    {
        for (var (level, hashes) = (0, size); hashes > 0; (level, hashes) = (level + 1, hashes >> Tile.Height))
            yield return (level, hashes >> Tile.Height, (int)(hashes & (Tile.Width - 1)));
    }

    /// <summary>Appends a leaf with this entry.</summary>
    public void Append(ReadOnlySpan<byte> entry)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Length];
        MerkleHash.Leaf(entry, hash);
        AppendLeaf(hash);
    }

    /// <summary>Appends a leaf with this hash.</summary>
    public void AppendLeaf(ReadOnlySpan<byte> hash)
    {
        hash.CopyTo(Next(0));
        Size++;
        Close(0);
    }

    /// <summary>The root as it stands.</summary>
    public byte[] Root()
    {
        byte[]? below = null;
        foreach (var tile in _open)
        {
            ReadOnlySpan<byte> hashes = below is null ? tile.Hashes : [.. tile.Hashes, .. below];
            if (hashes.Length > 0) below = MerkleHash.Root(hashes);
        }

        return below ?? MerkleHash.Empty;
    }

    private Span<byte> Next(int level)
    {
        if (_open.Count == level) _open.Add(new OpenTile(level));
        return _open[level].Next();
    }

    private void Close(int level)
    {
        if (_open[level].Count < Tile.Width) return;
        var full = _open[level].ToTile();
        _open[level].Turn();
        full.Root(0, Tile.Width).CopyTo(Next(level + 1));
        _full(full);
        Close(level + 1);
    }

    private sealed class OpenTile(int level)
    {
        private readonly byte[] _hashes = new byte[Tile.Width * MerkleHash.Length];
        private long _number;

        public OpenTile(Tile tile) : this(tile.Level)
        {
            (_number, Count) = (tile.Number, tile.Count);
            tile.Hashes.CopyTo(_hashes, 0);
        }

        public int Count { get; private set; }

        public ReadOnlySpan<byte> Hashes => _hashes.AsSpan(0, Count * MerkleHash.Length);

        public Span<byte> Next() => _hashes.AsSpan(Count++ * MerkleHash.Length, MerkleHash.Length);

        public void Turn() => (_number, Count) = (_number + 1, 0);

        public Tile ToTile() => new(level, _number, Hashes.ToArray());
    }
}
