using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>Questions to the seals in PostgreSQL. The last leaf says, by transaction and position, where to go on in the feed.</summary>
internal class PostgresSealReading(Readers readers) : ISealReading
{
    /// <summary>The place of the last leaf in the feed; the start of the feed when there is none.</summary>
    private const string LastSealed = """
        (coalesce((SELECT tx FROM citygrains.seal_leaves ORDER BY leaf DESC LIMIT 1), 0), coalesce((SELECT position FROM citygrains.seal_leaves ORDER BY leaf DESC LIMIT 1), 0))
        """;

    private const string NotSealed = $"""
        SELECT tx, position, hash FROM citygrains.events WHERE (tx, position) > {LastSealed} AND {EventReading.Ended} ORDER BY tx, position LIMIT $1
        """;

    private const string Leaves = """
        SELECT l.leaf, l.tx, l.position, e.stream, e.version, e.hash
        FROM citygrains.seal_leaves l LEFT JOIN citygrains.events e ON e.tx = l.tx AND e.position = l.position WHERE l.leaf >= $1 ORDER BY l.leaf LIMIT $2
        """;

    private const string NoLeaf = $"""
        SELECT -1::bigint, tx, position, stream, version, hash FROM citygrains.events e
        WHERE (tx, position) <= {LastSealed} AND NOT EXISTS (SELECT 1 FROM citygrains.seal_leaves l WHERE l.position = e.position)
        ORDER BY tx, position LIMIT $1
        """;

    /// <inheritdoc/>
    public async Task<long> Size(CancellationToken cancel = default) =>
        (await readers.Often("SELECT coalesce(max(leaf) + 1, 0) FROM citygrains.seal_leaves", [], row => row.GetInt64(0), cancel)).Single();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnsealedEvent>> Unsealed(int most, CancellationToken cancel = default) => await readers.Often(
        NotSealed, [most], row => new UnsealedEvent(new FeedCursor(row.GetInt64(0), row.GetInt64(1)), row.GetFieldValue<byte[]>(2)), cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SealedEvent>> Sealed(long first, int most, CancellationToken cancel = default) =>
        await readers.Often(Leaves, [first, most], Event, cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SealedEvent>> Skipped(int most, CancellationToken cancel = default) => await readers.Once(NoLeaf, [most], Event, cancel);

    /// <inheritdoc/>
    public async Task<long?> LeafOf(long position, CancellationToken cancel = default) => (await readers.Often<long?>(
        "SELECT leaf FROM citygrains.seal_leaves WHERE position = $1", [position], row => row.GetInt64(0), cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<Tile?> Tile(int level, long number, CancellationToken cancel = default) => (await readers.Often(
        "SELECT hashes FROM citygrains.seal_tiles WHERE level = $1 AND number = $2", [level, number],
        row => new Tile(level, number, row.GetFieldValue<byte[]>(0)), cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyStatement>> Keys(CancellationToken cancel = default)
    {
        var stored = await readers.Often("SELECT number, statement FROM citygrains.seal_keys ORDER BY number", [], Text, cancel);
        return [.. stored.Select(row => StoredSeal.Key(row.Number, row.Text))];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Checkpoint>> Checkpoints(long below, int most, CancellationToken cancel = default) =>
        Checkpoints("SELECT size, checkpoint FROM citygrains.seal_checkpoints WHERE size < $1 ORDER BY size DESC LIMIT $2", below, most, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Checkpoint>> CheckpointsFrom(long above, int most, CancellationToken cancel = default) =>
        Checkpoints("SELECT size, checkpoint FROM citygrains.seal_checkpoints WHERE size > $1 ORDER BY size LIMIT $2", above, most, cancel);

    private static (long Number, string Text) Text(NpgsqlDataReader row) => (row.GetInt64(0), row.GetString(1));

    private static SealedEvent Event(NpgsqlDataReader row)
    {
        var isThere = !row.IsDBNull(3);
        return new SealedEvent(
            row.GetInt64(0), new FeedCursor(row.GetInt64(1), row.GetInt64(2)),
            isThere ? row.GetString(3) : null, isThere ? row.GetInt64(4) : null, isThere ? row.GetFieldValue<byte[]>(5) : null);
    }

    private async Task<IReadOnlyList<Checkpoint>> Checkpoints(string sql, long bound, int most, CancellationToken cancel)
    {
        var stored = await readers.Often(sql, [bound, most], Text, cancel);
        return [.. stored.Select(row => StoredSeal.Checkpoint(row.Number, row.Text))];
    }
}
