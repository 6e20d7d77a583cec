using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Verification;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>
/// Throws all rows away and writes them anew from the fold of every stream. While one range of streams is written, the next is folded on another core.
/// </summary>
internal sealed class RowRebuild(Connection connection, Readers readers)
{
    private readonly Dictionary<StreamKind, RowWriter> _rows = RowTable.All.ToDictionary(table => table.Kind, table => new RowWriter(connection, table));
    private readonly CounterTable _counters = new(connection);

    /// <summary>True when rows are in another format than the program's.</summary>
    public static bool IsNeeded(Connection connection) => RowTable.All.Any(table =>
        connection.Number($"SELECT coalesce(max(format), -1) FROM row_formats WHERE kind = '{StreamId.NameOf(table.Kind)}'") != table.Format);

    /// <summary>Does it, inside the transaction that is open.</summary>
    public void Run(IProgress<RebuildProgress>? progress, CancellationToken cancel)
    {
        Clear();
        connection.Execute("DELETE FROM agreement_lives");
        var last = readers.Read(StreamReading.LastPosition, cancel);
        var ranges = new StreamRanges();
        var first = readers.Read(ranges.Next, cancel);
        var folded = Fold(first, cancel);
        while (first is { } written)
        {
            var range = folded.GetAwaiter().GetResult();
            first = readers.Read(ranges.Next, cancel);
            folded = Fold(first, cancel);
            Write(range);
            progress?.Report(new RebuildProgress(Math.Min(last, StreamRanges.Last(written)), last));
        }
    }

    private void Clear()
    {
        connection.Execute("DELETE FROM clocks");
        foreach (var belonging in BelongingTable.Every) connection.Execute($"DELETE FROM {belonging.Name}");
        foreach (var table in RowTable.All)
        {
            connection.Execute($"""
                DELETE FROM {table.Rows};
                DELETE FROM {table.Periods};
                INSERT INTO {table.Index} ({table.Index}) VALUES ('delete-all');
                DELETE FROM counters WHERE kind = '{StreamId.NameOf(table.Kind)}';
                INSERT OR REPLACE INTO row_formats (kind, format) VALUES ('{StreamId.NameOf(table.Kind)}', {table.Format});
                """);
        }
    }

    private Task<List<(long Number, IRow Row)>> Fold(long? first, CancellationToken cancel) =>
        Task.Run(() => first is { } from ? readers.Read(reader => Rows(reader, from), cancel) : [], cancel);

    private static List<(long Number, IRow Row)> Rows(Reader reader, long first)
    {
        var rows = new List<(long, IRow)>();
        (long Number, Folding Folding)? open = null;
        foreach (var row in StreamReading.Beginning(reader, first))
        {
            var recorded = EventReading.Event(row);
            if (recorded.Version == 1)
            {
                if (open is { } ended) rows.Add((ended.Number, ended.Folding.Row()));
                open = (recorded.Position, Folding.Of(recorded.Stream));
            }

            open!.Value.Folding.Add(recorded);
        }

        if (open is { } last) rows.Add((last.Number, last.Folding.Row()));
        return rows;
    }

    private void Write(List<(long Number, IRow Row)> range)
    {
        var batch = new BatchRows();
        foreach (var (number, row) in range) batch.NoteNew(row, number);
        batch.Count();
        foreach (var change in batch.Changes) _rows[change.After.Stream.Kind].Write(change);
        foreach (var (counter, by) in batch.Moves) _counters.Move(counter, by);
    }
}
