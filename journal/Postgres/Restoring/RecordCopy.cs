using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Restoring;
using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Restoring;

/// <summary>Copies a record into an empty schema. All of it is of one transaction, so that the feed goes by the positions, which are given.</summary>
internal sealed class RecordCopy(NpgsqlConnection connection, long transaction)
{
    private const string Events =
        "COPY citygrains.events (tx, position, stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash) FROM STDIN (FORMAT BINARY)";

    private long _last;

    /// <summary>Copies a part.</summary>
    public void Add(RestoredPart part)
    {
        Copy(Events, part.Events, Write);
        if (part.Events is [.., var last]) _last = last.Position;
        Copy("COPY citygrains.seal_leaves (leaf, tx, position) FROM STDIN (FORMAT BINARY)", part.Events, (to, recorded) =>
        {
            to.Write(recorded.Position - 1, NpgsqlDbType.Bigint);
            to.Write(transaction, NpgsqlDbType.Bigint);
            to.Write(recorded.Position, NpgsqlDbType.Bigint);
        });
        Copy("COPY citygrains.seal_tiles (level, number, hashes) FROM STDIN (FORMAT BINARY)", part.Tiles, (to, tile) =>
        {
            to.Write(tile.Level, NpgsqlDbType.Integer);
            to.Write(tile.Number, NpgsqlDbType.Bigint);
            to.Write(tile.Hashes, NpgsqlDbType.Bytea);
        });
        Copy("COPY citygrains.seal_checkpoints (size, checkpoint) FROM STDIN (FORMAT BINARY)", part.Checkpoints,
            (to, checkpoint) => Text(to, checkpoint.Size, checkpoint.Note.ToString()));
        Copy("COPY citygrains.seal_keys (number, statement) FROM STDIN (FORMAT BINARY)", part.SealKeys, (to, key) => Text(to, key.Number, key.Note.ToString()));
        foreach (var key in part.CallerKeys) WriteSession.Execute(connection, PostgresKeys.Replacing(key));
        foreach (var webhook in part.Webhooks) WriteSession.Execute(connection, PostgresWebhooks.Inserting(webhook.Silent(new FeedCursor(transaction, _last))));
    }

    private void Write(NpgsqlBinaryImporter to, RecordedEvent recorded)
    {
        to.Write(transaction, NpgsqlDbType.Bigint);
        to.Write(recorded.Position, NpgsqlDbType.Bigint);
        to.Write(recorded.Stream.ToString(), NpgsqlDbType.Text);
        to.Write(recorded.Version, NpgsqlDbType.Bigint);
        to.Write(recorded.Type, NpgsqlDbType.Text);
        to.Write(recorded.Data, NpgsqlDbType.Text);
        to.Write(recorded.Meta, NpgsqlDbType.Text);
        to.Write(recorded.OccurredOn, NpgsqlDbType.Text);
        to.Write(recorded.RecordedAt, NpgsqlDbType.Text);
        to.Write(recorded.CommandId, NpgsqlDbType.Uuid);
        to.Write(recorded.CommandIndex, NpgsqlDbType.Integer);
        to.Write(recorded.Hash, NpgsqlDbType.Bytea);
    }

    private static void Text(NpgsqlBinaryImporter to, long number, string text)
    {
        to.Write(number, NpgsqlDbType.Bigint);
        to.Write(text, NpgsqlDbType.Text);
    }

    private void Copy<T>(string sql, IList<T> rows, Action<NpgsqlBinaryImporter, T> write)
    {
        if (rows.Count == 0) return;
        using var copy = connection.BeginBinaryImport(sql);
        copy.Timeout = TimeSpan.Zero;
        foreach (var row in rows)
        {
            copy.StartRow();
            write(copy, row);
        }

        copy.Complete();
    }
}
