using CityGrains.Journal.Sqlite.Reading;

namespace CityGrains.Journal.Sqlite.Verification;

/// <summary>Several readers that see the store at one and the same moment, while others go on writing.</summary>
internal sealed class Snapshot : IDisposable
{
    private Snapshot(IReadOnlyList<Reader> readers, long last) => (Readers, LastPosition) = (readers, last);

    /// <summary>The readers, each for one thread.</summary>
    public IReadOnlyList<Reader> Readers { get; }

    /// <summary>The position of the last event they see.</summary>
    public long LastPosition { get; }

    /// <summary>
    /// Opens as many as there are processors and ranges to read: every commit adds an event, so readers that see the same last event see the same store.
    /// </summary>
    public static Snapshot Open(string file)
    {
        var readers = new List<Reader>();
        try
        {
            readers.Add(new Reader(SqliteFile.OpenForReading(file)));
            var ranges = 1 + StreamReading.LastPosition(readers[0]) / StreamRanges.Width;
            while (readers.Count < Math.Min(Environment.ProcessorCount, ranges)) readers.Add(new Reader(SqliteFile.OpenForReading(file)));
            while (true)
            {
                foreach (var reader in readers) reader.For("BEGIN").Run();
                var last = readers.Select(StreamReading.LastPosition).Distinct().ToList();
                if (last.Count == 1) return new Snapshot(readers, last[0]);
                foreach (var reader in readers) reader.For("ROLLBACK").Run();
            }
        }
        catch
        {
            foreach (var reader in readers) reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var reader in Readers) reader.Dispose();
    }
}
