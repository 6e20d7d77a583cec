using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Sqlite.Verification;

/// <summary>Checks the streams that begin in a range of positions, with one reader on one thread.</summary>
internal sealed class RangeCheck(Reader reader, Findings findings)
{
    private const int NumberColumn = 11;
    private readonly RowComparison _rows = new(reader);
    private Current? _current;

    /// <summary>What counters and indexes must say of the streams seen.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Events seen.</summary>
    public long Events { get; private set; }

    /// <summary>Streams seen.</summary>
    public long Streams { get; private set; }

    /// <summary>Checks the range from <paramref name="first"/>.</summary>
    public void Check(long first)
    {
        foreach (var row in StreamReading.Beginning(reader, first))
        {
            var number = row.Int64(NumberColumn);
            if (_current?.Number != number)
            {
                Close();
                _current = new Current(number);
                Streams++;
            }

            Events++;
            if (Read(row) is { } recorded) (_current.Check ??= new StreamCheck(recorded.Stream)).Add(recorded);
            else _current.Unreadable = true;
        }

        Close();
    }

    private RecordedEvent? Read(Statement row)
    {
        try
        {
            return EventReading.Event(row);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            findings.Add(new Finding(VerifiedPart.Events, row.Text(1), row.Int64(2), row.Int64(0), Reasons.Unreadable(e.Message)));
            return null;
        }
    }

    private void Close()
    {
        var ended = _current;
        _current = null;
        if (ended?.Check is not { } check || ended.Unreadable) return;
        if (check.Finding is { } finding)
        {
            findings.Add(finding);
            return;
        }

        var row = check.Row();
        var facets = FacetToken.Join(row.Keys.Facets);
        Tally.Add(row, $"{row.Keys.Search} {facets}".Split(' ', StringSplitOptions.RemoveEmptyEntries), ended.Number);
        if (_rows.Wrong(row, facets, ended.Number) is not { } reason) return;
        findings.Add(new Finding(VerifiedPart.Rows, row.Stream.ToString(), row.Version, Position: null, reason));
    }

    private sealed class Current(long number)
    {
        public long Number => number;

        public StreamCheck? Check { get; set; }

        public bool Unreadable { get; set; }
    }
}
