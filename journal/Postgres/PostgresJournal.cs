using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Postgres;

/// <summary>The record in PostgreSQL.</summary>
internal sealed class PostgresJournal(Writer<WriteSession> writer, Readers readers) : IJournal
{
    /// <inheritdoc/>
    public async ValueTask<StreamHead?> ReadHead(StreamId stream, CancellationToken cancel = default)
    {
        var heads = await readers.Often(RowTable.Of(stream.Kind).Head, [stream.Id], row => new StreamHead(
            row.GetInt64(0), new LastEvent(row.GetFieldValue<byte[]>(1), row.GetString(2)), row.GetInt32(3), row.GetFieldValue<byte[]>(4)), cancel);
        return heads.SingleOrDefault();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long after = 0, CancellationToken cancel = default) =>
        EventReading.Stream(readers, stream, after, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> ReadAll(FeedCursor after = default, CancellationToken cancel = default) => EventReading.All(readers, after, cancel);

    /// <inheritdoc/>
    public ValueTask<FeedCursor> ReadEnd(CancellationToken cancel = default) => EventReading.End(readers, cancel);

    /// <inheritdoc/>
    public Task NextCommit => writer.NextCommit;

    /// <inheritdoc/>
    public int Rebuilds => writer.Rebuilds;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedEvent>> ReadCommand(Guid commandId, CancellationToken cancel = default) =>
        EventReading.Command(readers, commandId, cancel);

    /// <inheritdoc/>
    public Task<AppendOutcome> Append(AppendRequest request, CancellationToken cancel = default) => writer.Append(request, cancel);
}
