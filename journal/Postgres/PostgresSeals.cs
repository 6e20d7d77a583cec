using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Postgres;

/// <summary>The seals in PostgreSQL. The last sealed event, by its transaction and position, says where to go on.</summary>
internal sealed class PostgresSeals(Writer<WriteSession> writer, Readers readers) : ISeals
{
    private const string AfterSealed = $"""
        FROM citygrains.events
        WHERE (tx, position) > (coalesce((SELECT tx FROM citygrains.seal_leaves ORDER BY leaf DESC LIMIT 1), 0),
                                coalesce((SELECT position FROM citygrains.seal_leaves ORDER BY leaf DESC LIMIT 1), 0))
            AND {EventReading.Ended}
        ORDER BY tx, position
        """;

    private const string Next = $"SELECT position, hash {AfterSealed} LIMIT $1";

    /// <summary>The events that come next are sealed, and must be those whose hashes went into the tiles.</summary>
    private const string AddLeaves = $"""
        WITH next AS MATERIALIZED (SELECT tx, position {AfterSealed} LIMIT cardinality($2)),
            leaves AS (INSERT INTO citygrains.seal_leaves (leaf, tx, position) SELECT $1 + row_number() OVER (ORDER BY tx, position) - 1, tx, position FROM next)
        SELECT citygrains.expect(((SELECT array_agg(position ORDER BY tx, position) FROM next) = $2)::int, 1)
        """;

    private const string PutTiles = """
        INSERT INTO citygrains.seal_tiles (level, number, hashes) SELECT * FROM unnest($1, $2, $3)
        ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
        """;

    /// <inheritdoc/>
    public async Task<long> Size(CancellationToken cancel = default) =>
        (await readers.Often("SELECT coalesce(max(leaf) + 1, 0) FROM citygrains.seal_leaves", [], row => row.GetInt64(0), cancel)).Single();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnsealedEvent>> Unsealed(int most, CancellationToken cancel = default) =>
        await readers.Often(Next, [most], row => new UnsealedEvent(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), cancel);

    /// <inheritdoc/>
    public Task Append(SealedRun run, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(
            (AddLeaves, [run.First, run.Positions.ToArray()]),
            (PutTiles, [run.Tiles.Select(tile => tile.Level).ToArray(), run.Tiles.Select(tile => tile.Number).ToArray(), run.Tiles.Select(tile => tile.Hashes).ToArray()])),
        cancel);

    /// <inheritdoc/>
    public async Task<Tile?> Tile(int level, long number, CancellationToken cancel = default) => (await readers.Often(
        "SELECT hashes FROM citygrains.seal_tiles WHERE level = $1 AND number = $2", [level, number],
        row => new Tile(level, number, row.GetFieldValue<byte[]>(0)), cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<long?> LeafOf(long position, CancellationToken cancel = default) => (await readers.Often<long?>(
        "SELECT leaf FROM citygrains.seal_leaves WHERE position = $1", [position], row => row.GetInt64(0), cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> Positions(long first, int most, CancellationToken cancel = default) => await readers.Often(
        "SELECT position FROM citygrains.seal_leaves WHERE leaf >= $1 ORDER BY leaf LIMIT $2", [first, most], row => row.GetInt64(0), cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyStatement>> Keys(CancellationToken cancel = default) =>
        [.. (await readers.Often("SELECT statement FROM citygrains.seal_keys ORDER BY number", [], row => row.GetString(0), cancel)).Select(KeyStatement.Parse)];

    /// <inheritdoc/>
    public Task AddKey(KeyStatement statement, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(("INSERT INTO citygrains.seal_keys (number, statement) VALUES ($1, $2)", [(long)statement.Number, statement.Note.ToString()])), cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Checkpoint>> Checkpoints(long below, int most, CancellationToken cancel = default) =>
        [.. (await readers.Often(
            "SELECT checkpoint FROM citygrains.seal_checkpoints WHERE size < $1 ORDER BY size DESC LIMIT $2", [below, most], row => row.GetString(0), cancel)).Select(Checkpoint.Parse)];

    /// <inheritdoc/>
    public Task AddCheckpoint(Checkpoint checkpoint, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(("INSERT INTO citygrains.seal_checkpoints (size, checkpoint) VALUES ($1, $2)", [checkpoint.Size, checkpoint.Note.ToString()])), cancel);
}
