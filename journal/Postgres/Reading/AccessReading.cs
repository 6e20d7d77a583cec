using System.Globalization;
using CityGrains.Journal.Access;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>Reads the record from its end, which is the feed's.</summary>
internal sealed class AccessReading(Readers readers) : IAccessReading
{
    private const string Walk = $"FROM citygrains.events WHERE (tx, position) < ($1, $2) AND {EventReading.Ended}", Backwards = "ORDER BY tx DESC, position DESC";

    /// <inheritdoc/>
    public async ValueTask<AccessStretch> Read(AccessQuestion question, CancellationToken cancel = default)
    {
        var before = question.Before ?? new FeedCursor(long.MaxValue, long.MaxValue);
        List<object> values = [before.Transaction, before.Position];
        var from = question.Reach is { } reach ? await After(reach, values, cancel) : null;
        var conditions = new AccessSql(Bound, "strpos").Of(question);
        if (from is { } place) conditions += $" AND (tx, position) >= ({Bound(place.Transaction)}, {Bound(place.Position)})";
        var events = await readers.Once(
            $"SELECT {EventReading.Columns} {Walk} AND {conditions} {Backwards} LIMIT {Bound(question.Limit)}", values, EventReading.Event, cancel);
        return new AccessStretch(events, events.Count == question.Limit ? FeedCursor.After(events[^1]) : from);

        string Bound(object value)
        {
            values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"${values.Count}");
        }
    }

    /// <summary>The place of the event so many before; null when there are not so many.</summary>
    private async Task<FeedCursor?> After(int events, IReadOnlyList<object> before, CancellationToken cancel) => (await readers.Once(
        $"SELECT tx, position {Walk} {Backwards} LIMIT 1 OFFSET $3", [.. before, events - 1], row => (FeedCursor?)new FeedCursor(row.GetInt64(0), row.GetInt64(1)), cancel)).SingleOrDefault();
}
