using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The record in SQLite.</summary>
internal sealed class SqliteJournal(Writer<WriteSession> writer, Readers readers) : IJournal
{
    /// <inheritdoc/>
    public ValueTask<StreamHead?> ReadHead(StreamId stream, CancellationToken cancel = default) => ValueTask.FromResult(readers.Read(
        reader => reader.For(RowTable.Of(stream.Kind).Head).Bind(1, stream.Id).One<StreamHead?>(row => new StreamHead(
            row.Int64(0), new LastEvent(row.Bytes(1).ToArray(), row.Text(2)), (int)row.Int64(3), row.Bytes(4).ToArray()), none: null),
        cancel));

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long after = 0, CancellationToken cancel = default) =>
        EventReading.Stream(readers, stream, after, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordedEvent> ReadAll(FeedCursor after = default, CancellationToken cancel = default) =>
        EventReading.All(readers, after.Position, cancel);

    /// <inheritdoc/>
    public ValueTask<FeedCursor> ReadEnd(CancellationToken cancel = default) =>
        ValueTask.FromResult(new FeedCursor(0, readers.Read(StreamReading.LastPosition, cancel)));

    /// <inheritdoc/>
    public Task NextCommit => writer.NextCommit;

    /// <inheritdoc/>
    public int Rebuilds => writer.Rebuilds;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedEvent>> ReadCommand(Guid commandId, CancellationToken cancel = default) =>
        ValueTask.FromResult(EventReading.Command(readers, commandId, cancel));

    /// <inheritdoc/>
    public Task<AppendOutcome> Append(AppendRequest request, CancellationToken cancel = default) => writer.Append(request, cancel);
}
