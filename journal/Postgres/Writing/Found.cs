using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>What the record says of the appends of a batch: where their streams stand, and what their commands have recorded.</summary>
internal sealed class Found
{
    private readonly Dictionary<StreamId, long> _versions = [];
    private readonly Dictionary<Guid, List<StoredEvent>> _commands = [];

    private Found()
    {
    }

    /// <summary>Asks.</summary>
    public static Found Ask(NpgsqlConnection connection, IReadOnlyList<PendingAppend> batch)
    {
        var streams = batch.Select(append => append.Request.Events[0].Stream).Distinct().ToList();
        using var questions = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("SELECT coalesce((SELECT max(version) FROM citygrains.events WHERE stream = u.stream), 0) FROM unnest($1) WITH ORDINALITY AS u (stream, i) ORDER BY i")
                    { Parameters = { new NpgsqlParameter { Value = streams.ConvertAll(stream => stream.ToString()) } } },
                new NpgsqlBatchCommand(
                    "SELECT command_id, hash, tx, position FROM citygrains.events WHERE command_id = ANY($1) ORDER BY command_id, command_index")
                    { Parameters = { new NpgsqlParameter { Value = batch.Select(append => append.Request.Events[0].CommandId).ToArray() } } },
            },
        };
        using var reader = questions.ExecuteReader();
        var found = new Found();
        foreach (var stream in streams)
        {
            reader.Read();
            found._versions[stream] = reader.GetInt64(0);
        }

        reader.NextResult();
        while (reader.Read()) found.Note(reader.GetGuid(0), new StoredEvent(reader.GetFieldValue<byte[]>(1), reader.GetInt64(2), reader.GetInt64(3)));
        return found;
    }

    /// <summary>The last version of a stream; 0 when nothing is recorded.</summary>
    public long Version(StreamId stream) => _versions[stream];

    /// <summary>
    /// How an append ended whose command is recorded; null when it is not. When its answer was lost, the very same events, to the hash, are its own:
    /// it was written then, and is acknowledged now.
    /// </summary>
    public Written? Command(AppendRequest request, bool uncertain)
    {
        if (!_commands.TryGetValue(request.Events[0].CommandId, out var stored)) return null;
        var own = uncertain && stored.Count == request.Events.Count
            && stored.Zip(request.Events).All(pair => pair.First.Hash.AsSpan().SequenceEqual(pair.Second.Hash));
        return own
            ? new Written(AppendStatus.Appended, stored[0].Transaction, stored.Select(recorded => recorded.Position).ToArray())
            : Written.Refused(AppendStatus.CommandKnown);
    }

    private void Note(Guid command, StoredEvent stored)
    {
        if (!_commands.TryGetValue(command, out var events)) _commands.Add(command, events = []);
        events.Add(stored);
    }

    private sealed record StoredEvent(byte[] Hash, long Transaction, long Position);
}
