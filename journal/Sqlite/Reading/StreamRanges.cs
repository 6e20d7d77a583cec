namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>
/// Hands out the ranges of positions that have events in them, from the first to the last, to any number of threads.
/// In a damaged store positions may lie as far apart as numbers go: what lies between them is not walked.
/// </summary>
internal sealed class StreamRanges
{
    /// <summary>How many positions a range has.</summary>
    public const int Width = 2000;

    private readonly Lock _handingOut = new();
    private long? _next = long.MinValue;

    /// <summary>Where the next range begins; null when there is none left.</summary>
    public long? Next(Reader reader)
    {
        lock (_handingOut)
        {
            if (_next is not { } next || From(reader, next) is not { } first) return null;
            var last = Last(first);
            _next = last == long.MaxValue ? null : last + 1;
            return first;
        }
    }

    /// <summary>The last position of the range that begins at one.</summary>
    public static long Last(long first) => first > long.MaxValue - Width ? long.MaxValue : first + Width - 1;

    private static long? From(Reader reader, long position) =>
        reader.For("SELECT position FROM events WHERE position >= ? ORDER BY position LIMIT 1").Bind(1, position).One(row => (long?)row.Int64(0), null);
}
