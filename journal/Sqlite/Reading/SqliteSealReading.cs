using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>
/// Questions to the seals in SQLite. There is one writer, so positions become visible in their order, and the last sealed one says where to go on.
/// </summary>
internal class SqliteSealReading(Readers readers) : ISealReading
{
    private const string NotSealed = """
        SELECT position, hash FROM events WHERE position > (SELECT coalesce(max(position), 0) FROM seal_leaves) ORDER BY position LIMIT ?
        """;

    private const string Leaves = """
        SELECT leaf, seal_leaves.position, stream, version, hash
        FROM seal_leaves LEFT JOIN events ON events.position = seal_leaves.position WHERE leaf >= ? ORDER BY leaf LIMIT ?
        """;

    private const string NoLeaf = """
        SELECT -1, position, stream, version, hash FROM events
        WHERE position <= (SELECT max(position) FROM seal_leaves) AND NOT EXISTS (SELECT 1 FROM seal_leaves WHERE seal_leaves.position = events.position)
        ORDER BY position LIMIT ?
        """;

    /// <inheritdoc/>
    public Task<long> Size(CancellationToken cancel = default) => Ask(
        reader => reader.For("SELECT coalesce(max(leaf) + 1, 0) FROM seal_leaves").One(row => row.Int64(0), 0), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnsealedEvent>> Unsealed(int most, CancellationToken cancel = default) => Ask<IReadOnlyList<UnsealedEvent>>(
        reader => reader.For(NotSealed).Bind(1, most).All(row => new UnsealedEvent(new FeedCursor(0, row.Int64(0)), row.Bytes(1).ToArray())), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SealedEvent>> Sealed(long first, int most, CancellationToken cancel = default) => Ask<IReadOnlyList<SealedEvent>>(
        reader => reader.For(Leaves).Bind(1, first).Bind(2, most).All(Event), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SealedEvent>> Skipped(int most, CancellationToken cancel = default) => Ask<IReadOnlyList<SealedEvent>>(
        reader => reader.For(NoLeaf).Bind(1, most).All(Event), cancel);

    /// <inheritdoc/>
    public Task<long?> LeafOf(long position, CancellationToken cancel = default) => Ask(
        reader => reader.For("SELECT leaf FROM seal_leaves WHERE position = ?").Bind(1, position).One<long?>(row => row.Int64(0), none: null), cancel);

    /// <inheritdoc/>
    public Task<Tile?> Tile(int level, long number, CancellationToken cancel = default) => Ask(
        reader => reader.For("SELECT hashes FROM seal_tiles WHERE level = ? AND number = ?").Bind(1, level).Bind(2, number)
            .One<Tile?>(row => new Tile(level, number, row.Bytes(0).ToArray()), none: null),
        cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyStatement>> Keys(CancellationToken cancel = default)
    {
        var stored = await Ask(
            reader => reader.For("SELECT number, statement FROM seal_keys ORDER BY number").All(row => (Number: row.Int64(0), Text: row.Text(1))), cancel);
        return [.. stored.Select(row => StoredSeal.Key(row.Number, row.Text))];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Checkpoint>> Checkpoints(long below, int most, CancellationToken cancel = default) =>
        Checkpoints("SELECT size, checkpoint FROM seal_checkpoints WHERE size < ? ORDER BY size DESC LIMIT ?", below, most, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Checkpoint>> CheckpointsFrom(long above, int most, CancellationToken cancel = default) =>
        Checkpoints("SELECT size, checkpoint FROM seal_checkpoints WHERE size > ? ORDER BY size LIMIT ?", above, most, cancel);

    private static SealedEvent Event(Statement row)
    {
        var isThere = row.TextOrNull(2) is not null;
        return new SealedEvent(
            row.Int64(0), new FeedCursor(0, row.Int64(1)), row.TextOrNull(2), isThere ? row.Int64(3) : null, isThere ? row.Bytes(4).ToArray() : null);
    }

    private async Task<IReadOnlyList<Checkpoint>> Checkpoints(string sql, long bound, int most, CancellationToken cancel)
    {
        var stored = await Ask(reader => reader.For(sql).Bind(1, bound).Bind(2, most).All(row => (Size: row.Int64(0), Text: row.Text(1))), cancel);
        return [.. stored.Select(row => StoredSeal.Checkpoint(row.Size, row.Text))];
    }

    private Task<T> Ask<T>(Func<Reader, T> question, CancellationToken cancel) => Task.FromResult(readers.Read(question, cancel));
}
