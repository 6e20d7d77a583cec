using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The seals in SQLite. There is one writer, so positions become visible in their order and the last sealed one says where to go on.</summary>
internal sealed class SqliteSeals(Writer<WriteSession> writer, Readers readers) : ISeals
{
    private const string Next = """
        SELECT position, hash FROM events WHERE position > (SELECT coalesce(max(position), 0) FROM seal_leaves) ORDER BY position LIMIT ?
        """;

    private const string PutTile = """
        INSERT INTO seal_tiles (level, number, hashes) VALUES (?, ?, ?) ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
        """;

    /// <inheritdoc/>
    public Task<long> Size(CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => reader.For("SELECT coalesce(max(leaf) + 1, 0) FROM seal_leaves").One(row => row.Int64(0), 0), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnsealedEvent>> Unsealed(int most, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<UnsealedEvent>>(readers.Read(
        reader => reader.For(Next).Bind(1, most).All(row => new UnsealedEvent(row.Int64(0), row.Bytes(1).ToArray())), cancel));

    /// <inheritdoc/>
    public Task Append(SealedRun run, CancellationToken cancel = default) => writer.Step(
        session => session.Transact(() =>
        {
            using var leaf = session.Connection.PrepareOnce("INSERT INTO seal_leaves (leaf, position) VALUES (?, ?)");
            for (var i = 0; i < run.Positions.Count; i++) leaf.Bind(1, run.First + i).Bind(2, run.Positions[i]).Run();
            using var put = session.Connection.PrepareOnce(PutTile);
            foreach (var tile in run.Tiles) put.Bind(1, tile.Level).Bind(2, tile.Number).BindBlob(3, tile.Hashes).Run();
        }),
        cancel);

    /// <inheritdoc/>
    public Task<Tile?> Tile(int level, long number, CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => reader.For("SELECT hashes FROM seal_tiles WHERE level = ? AND number = ?").Bind(1, level).Bind(2, number)
            .One<Tile?>(row => new Tile(level, number, row.Bytes(0).ToArray()), none: null),
        cancel));

    /// <inheritdoc/>
    public Task<long?> LeafOf(long position, CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => reader.For("SELECT leaf FROM seal_leaves WHERE position = ?").Bind(1, position).One<long?>(row => row.Int64(0), none: null), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> Positions(long first, int most, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<long>>(readers.Read(
        reader => reader.For("SELECT position FROM seal_leaves WHERE leaf >= ? ORDER BY leaf LIMIT ?").Bind(1, first).Bind(2, most).All(row => row.Int64(0)), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyStatement>> Keys(CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<KeyStatement>>(
        [.. readers.Read(reader => reader.For("SELECT statement FROM seal_keys ORDER BY number").All(row => row.Text(0)), cancel).Select(KeyStatement.Parse)]);

    /// <inheritdoc/>
    public Task AddKey(KeyStatement statement, CancellationToken cancel = default) => writer.Step(
        session => session.Transact(() =>
        {
            using var insert = session.Connection.PrepareOnce("INSERT INTO seal_keys (number, statement) VALUES (?, ?)");
            insert.Bind(1, statement.Number).Bind(2, statement.Note.ToString()).Run();
        }),
        cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Checkpoint>> Checkpoints(long below, int most, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<Checkpoint>>(
        [.. readers.Read(
            reader => reader.For("SELECT checkpoint FROM seal_checkpoints WHERE size < ? ORDER BY size DESC LIMIT ?").Bind(1, below).Bind(2, most).All(row => row.Text(0)),
            cancel).Select(Checkpoint.Parse)]);

    /// <inheritdoc/>
    public Task AddCheckpoint(Checkpoint checkpoint, CancellationToken cancel = default) => writer.Step(
        session => session.Transact(() =>
        {
            using var insert = session.Connection.PrepareOnce("INSERT INTO seal_checkpoints (size, checkpoint) VALUES (?, ?)");
            insert.Bind(1, checkpoint.Size).Bind(2, checkpoint.Note.ToString()).Run();
        }),
        cancel);
}
