using CityGrains.Journal.Access;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Reads the record from its end: positions are dense, and there is one writer.</summary>
internal sealed class AccessReading(Readers readers) : IAccessReading
{
    /// <inheritdoc/>
    public ValueTask<AccessStretch> Read(AccessQuestion question, CancellationToken cancel = default) => ValueTask.FromResult(readers.Read(reader =>
    {
        var before = Math.Min(question.Before?.Position ?? long.MaxValue, StreamReading.LastPosition(reader) + 1);
        var from = question.Reach is { } reach ? Math.Max(1, before - reach) : 1;
        var asked = new Question();
        var events = asked.For(reader, $"""
            SELECT {EventReading.Columns} FROM events WHERE position < {asked.Bound(before)} AND position >= {asked.Bound(from)} AND {new AccessSql(asked.Bound, "instr").Of(question)}
            ORDER BY position DESC LIMIT {asked.Bound(question.Limit)}
            """).All(EventReading.Event);
        var last = events.Count == question.Limit ? events[^1].Position : from;
        return new AccessStretch(events, last > 1 ? new FeedCursor(0, last) : null);
    }, cancel));
}
