using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Reads whole streams, those first whose first event came first: the order of the rows' numbers.</summary>
internal static class StreamReading
{
    private static readonly string Streams = $"""
        SELECT {string.Join(", ", EventReading.Columns.Split(", ").Select(column => $"e.{column}"))}, first.position
        FROM events first CROSS JOIN events e ON e.stream = first.stream
        WHERE first.version = 1 AND first.position BETWEEN ? AND ? ORDER BY first.position, e.version
        """;

    /// <summary>
    /// The events of the streams that begin in the range from <paramref name="first"/>, stream by stream, each in order of version;
    /// the number of the row is column 11.
    /// </summary>
    public static IEnumerable<Statement> Beginning(Reader reader, long first) => reader.For(Streams).Bind(1, first).Bind(2, StreamRanges.Last(first)).Each();

    /// <summary>The position of the last event.</summary>
    public static long LastPosition(Reader reader) => reader.For("SELECT coalesce(max(position), 0) FROM events").One(row => row.Int64(0), 0);
}
