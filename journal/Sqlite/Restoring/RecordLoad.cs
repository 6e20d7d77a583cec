using CityGrains.Journal.Restoring;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Restoring;

/// <summary>
/// Inserts a record into an empty file, without the guards of an append: the whole of it is verified, and until it is finished nobody relies on it.
/// </summary>
internal sealed class RecordLoad
{
    private readonly Statement _event;
    private readonly Statement _leaf;
    private readonly Statement _tile;
    private readonly Statement _checkpoint;
    private readonly Statement _sealKey;
    private readonly Connection _connection;
    private long _last;

    public RecordLoad(Connection connection)
    {
        _connection = connection;
        _event = connection.Prepare("""
            INSERT INTO events (position, stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
        _leaf = connection.Prepare("INSERT INTO seal_leaves (leaf, position) VALUES (?, ?)");
        _tile = connection.Prepare("INSERT INTO seal_tiles (level, number, hashes) VALUES (?, ?, ?)");
        _checkpoint = connection.Prepare("INSERT INTO seal_checkpoints (size, checkpoint) VALUES (?, ?)");
        _sealKey = connection.Prepare("INSERT INTO seal_keys (number, statement) VALUES (?, ?)");
    }

    /// <summary>Inserts a part.</summary>
    public void Add(RestoredPart part)
    {
        foreach (var recorded in part.Events) Add(recorded);
        foreach (var tile in part.Tiles) _tile.Bind(1, tile.Level).Bind(2, tile.Number).BindBlob(3, tile.Hashes).Run();
        foreach (var checkpoint in part.Checkpoints) _checkpoint.Bind(1, checkpoint.Size).Bind(2, checkpoint.Note.ToString()).Run();
        foreach (var key in part.SealKeys) _sealKey.Bind(1, key.Number).Bind(2, key.Note.ToString()).Run();
        foreach (var key in part.CallerKeys) SqliteKeys.Replace(_connection, key);
        foreach (var webhook in part.Webhooks) SqliteWebhooks.Insert(_connection, webhook.Silent(new FeedCursor(0, _last)));
    }

    private void Add(RecordedEvent recorded)
    {
        _event.Bind(1, recorded.Position)
            .Bind(2, recorded.Stream.ToString())
            .Bind(3, recorded.Version)
            .Bind(4, recorded.Type)
            .BindText(5, recorded.Data)
            .BindText(6, recorded.Meta)
            .Bind(7, recorded.OccurredOn)
            .Bind(8, recorded.RecordedAt)
            .Bind(9, recorded.CommandId)
            .Bind(10, recorded.CommandIndex)
            .BindBlob(11, recorded.Hash)
            .Run();
        _leaf.Bind(1, recorded.Position - 1).Bind(2, recorded.Position).Run();
        _last = recorded.Position;
    }
}
