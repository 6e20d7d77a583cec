using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Inserts the events of a batch. The unique constraints guard against a second writer and against a command told twice.</summary>
internal sealed class EventStatement
{
    private readonly ArrayStatement _insert = new();
    private readonly List<string?> _stream;
    private readonly List<long> _version;
    private readonly List<string?> _type;
    private readonly List<byte[]> _data;
    private readonly List<byte[]> _meta;
    private readonly List<string?> _occurredOn;
    private readonly List<string?> _recordedAt;
    private readonly List<Guid> _commandId;
    private readonly List<int> _commandIndex;
    private readonly List<byte[]> _hash;

    public EventStatement()
    {
        _insert.Command.CommandText = """
            INSERT INTO citygrains.events (tx, stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash)
            SELECT (SELECT pg_current_xact_id()::text::bigint + shift FROM citygrains.transactions), e.* FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS e
            RETURNING tx, position
            """;
        _stream = _insert.Texts();
        _version = _insert.Array<long>(NpgsqlDbType.Bigint);
        _type = _insert.Texts();
        _data = _insert.Utf8();
        _meta = _insert.Utf8();
        _occurredOn = _insert.Texts();
        _recordedAt = _insert.Texts();
        _commandId = _insert.Array<Guid>(NpgsqlDbType.Uuid);
        _commandIndex = _insert.Array<int>(NpgsqlDbType.Integer);
        _hash = _insert.Array<byte[]>(NpgsqlDbType.Bytea);
    }

    /// <summary>Starts anew.</summary>
    public void Clear() => _insert.Clear();

    /// <summary>Adds an event.</summary>
    public void Add(RecordedEvent recorded)
    {
        _stream.Add(recorded.Stream.ToString());
        _version.Add(recorded.Version);
        _type.Add(recorded.Type);
        _data.Add(recorded.Data);
        _meta.Add(recorded.Meta);
        _occurredOn.Add(recorded.OccurredOn);
        _recordedAt.Add(recorded.RecordedAt);
        _commandId.Add(recorded.CommandId);
        _commandIndex.Add(recorded.CommandIndex);
        _hash.Add(recorded.Hash);
    }

    /// <summary>Puts the statement into a batch.</summary>
    public void AddTo(NpgsqlBatch batch) => batch.BatchCommands.Add(_insert.Command);

    /// <summary>Reads what the statement answered: the transaction, and the position of each event in the order they were added.</summary>
    public (long Transaction, long[] Positions) Read(NpgsqlDataReader reader)
    {
        var positions = new long[_stream.Count];
        var transaction = 0L;
        for (var i = 0; reader.Read(); i++) (transaction, positions[i]) = (reader.GetInt64(0), reader.GetInt64(1));
        return (transaction, positions);
    }
}
