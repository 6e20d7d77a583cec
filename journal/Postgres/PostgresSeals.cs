using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Postgres;

/// <summary>The seals in PostgreSQL.</summary>
internal sealed class PostgresSeals(Writer<WriteSession> writer, Readers readers) : PostgresSealReading(readers), ISeals
{
    private const string AddLeaves = """
        INSERT INTO citygrains.seal_leaves (leaf, tx, position) SELECT $1 + e.i - 1, e.tx, e.position FROM unnest($2, $3) WITH ORDINALITY AS e (tx, position, i)
        """;

    private const string PutTiles = """
        INSERT INTO citygrains.seal_tiles (level, number, hashes) SELECT * FROM unnest($1, $2, $3)
        ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
        """;

    /// <inheritdoc/>
    public Task Append(SealedRun run, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(
            (AddLeaves, [run.First, run.Events.Select(sealing => sealing.Place.Transaction).ToArray(), run.Events.Select(sealing => sealing.Place.Position).ToArray()]),
            (PutTiles, [run.Tiles.Select(tile => tile.Level).ToArray(), run.Tiles.Select(tile => tile.Number).ToArray(), run.Tiles.Select(tile => tile.Hashes).ToArray()])),
        cancel);

    /// <inheritdoc/>
    public Task AddKey(KeyStatement statement, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(("INSERT INTO citygrains.seal_keys (number, statement) VALUES ($1, $2)", [(long)statement.Number, statement.Note.ToString()])), cancel);

    /// <inheritdoc/>
    public Task AddCheckpoint(Checkpoint checkpoint, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(("INSERT INTO citygrains.seal_checkpoints (size, checkpoint) VALUES ($1, $2)", [checkpoint.Size, checkpoint.Note.ToString()])), cancel);
}
