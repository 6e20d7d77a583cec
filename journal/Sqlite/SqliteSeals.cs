using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The seals in SQLite.</summary>
internal sealed class SqliteSeals(Writer<WriteSession> writer, Readers readers) : SqliteSealReading(readers), ISeals
{
    private const string PutTile = """
        INSERT INTO seal_tiles (level, number, hashes) VALUES (?, ?, ?) ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
        """;

    /// <inheritdoc/>
    public Task Append(SealedRun run, CancellationToken cancel = default) => Write(
        connection =>
        {
            using var leaf = connection.PrepareOnce("INSERT INTO seal_leaves (leaf, position) VALUES (?, ?)");
            for (var i = 0; i < run.Events.Count; i++) leaf.Bind(1, run.First + i).Bind(2, run.Events[i].Place.Position).Run();
            using var put = connection.PrepareOnce(PutTile);
            foreach (var tile in run.Tiles) put.Bind(1, tile.Level).Bind(2, tile.Number).BindBlob(3, tile.Hashes).Run();
        },
        cancel);

    /// <inheritdoc/>
    public Task AddKey(KeyStatement statement, CancellationToken cancel = default) => Write(
        connection =>
        {
            using var insert = connection.PrepareOnce("INSERT INTO seal_keys (number, statement) VALUES (?, ?)");
            insert.Bind(1, statement.Number).Bind(2, statement.Note.ToString()).Run();
        },
        cancel);

    /// <inheritdoc/>
    public Task AddCheckpoint(Checkpoint checkpoint, CancellationToken cancel = default) => Write(
        connection =>
        {
            using var insert = connection.PrepareOnce("INSERT INTO seal_checkpoints (size, checkpoint) VALUES (?, ?)");
            insert.Bind(1, checkpoint.Size).Bind(2, checkpoint.Note.ToString()).Run();
        },
        cancel);

    private Task Write(Action<Connection> work, CancellationToken cancel) => writer.Step(session => session.Transact(() => work(session.Connection)), cancel);
}
