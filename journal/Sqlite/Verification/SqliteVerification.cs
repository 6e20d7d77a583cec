using CityGrains.Journal.Restoring;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Verification;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Verification;

/// <summary>
/// Recomputes a store and compares: the file as SQLite checks it, the chain of every stream, each row with the fold of its events,
/// counters with a recount, indexes with the rows.
/// Bad data never makes it fail; it is what it tells of. It only reads, so the store may be in use meanwhile.
/// </summary>
internal sealed class SqliteVerification
{
    private readonly string _file;
    private readonly IProgress<VerificationProgress>? _progress;
    private readonly CancellationToken _cancel;
    private readonly Findings _findings = new();
    private readonly Tally _tally = new();
    private readonly StreamRanges _ranges = new();
    private long _total;
    private long _events;
    private long _streams;

    private SqliteVerification(string file, IProgress<VerificationProgress>? progress, CancellationToken cancel) =>
        (_file, _progress, _cancel) = (file, progress, cancel);

    /// <summary>Verifies the store in a file.</summary>
    /// <exception cref="JournalUnavailableException">There is no such file.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    public static Task<VerificationReport> Run(string file, IProgress<VerificationProgress>? progress, CancellationToken cancel) =>
        Task.Run(() => new SqliteVerification(file, progress, cancel).Report(), cancel);

    private async Task<VerificationReport> Report()
    {
        if (!File.Exists(_file)) throw RestoringPlace.At(_file, RestoringPlace.Absent);
        try
        {
            using var snapshot = Snapshot.Open(_file);
            await Examine(snapshot);
        }
        catch (SqliteError error)
        {
            Damaged(error.Message);
        }

        return new VerificationReport(_events, _streams, _findings.Earliest, _findings.Count);
    }

    private async Task Examine(Snapshot snapshot)
    {
        var schema = snapshot.Readers[0].For("SELECT max(version) FROM schema").One(row => (int)row.Int64(0), 0);
        if (schema > Migrations.Known) throw new StoreIsNewerException(_file, schema, Migrations.Known);

        _total = snapshot.LastPosition;
        _progress?.Report(new VerificationProgress(VerifiedPart.File, 0, _total));
        var first = snapshot.Readers[0];
        var file = Task.Run(() => CheckFile(first), _cancel);
        await Task.WhenAll(snapshot.Readers.Select(async (reader, i) =>
        {
            if (i == 0) await file;
            await Task.Run(() => CheckStreams(reader), _cancel);
        }));
        Guarded(() => CheckOrphans(first));
        if (_findings.Count > 0) return; // what is derived from bad events is not worth a finding of its own
        _progress?.Report(new VerificationProgress(VerifiedPart.Counters, _total, _total));
        Guarded(() => CheckCounters(first));
        _progress?.Report(new VerificationProgress(VerifiedPart.Index, _total, _total));
        Guarded(() => CheckLives(first));
        foreach (var table in RowTable.All) Guarded(() => CheckIndex(first, table));
        foreach (var table in RowTable.All) Guarded(() => CheckPeriods(first, table));
        Guarded(() => CheckClocks(first));
        foreach (var table in BelongingTable.Every) Guarded(() => CheckBelongings(first, table));
        if (_findings.Count == 0) Guarded(() => CheckTypes(first));
    }

    private void CheckFile(Reader reader) => Guarded(() =>
    {
        foreach (var name in SchemaCheck.Differences(reader)) _findings.Add(new Finding(VerifiedPart.File, Stream: null, Version: null, Position: null, Reasons.SchemaDiffers(name)));
        foreach (var message in reader.For("PRAGMA integrity_check(20)").All(row => row.Text(0)).Where(message => message != "ok")) Damaged(message);
    });

    /// <summary>What reads right and is of another type; last, for where anything else is wrong, that says more.</summary>
    private void CheckTypes(Reader reader)
    {
        foreach (var table in TypeCheck.Damaged(reader)) Damaged($"text stored as bytes, or bytes as text, in {table}");
    }

    private void CheckStreams(Reader reader)
    {
        var check = new RangeCheck(reader, _findings);
        while (!_cancel.IsCancellationRequested && NextRange(reader) is { } first)
        {
            Guarded(() => check.Check(first));
            _progress?.Report(new VerificationProgress(VerifiedPart.Events, Math.Min(_total, StreamRanges.Last(first)), _total));
        }

        _cancel.ThrowIfCancellationRequested();
        lock (_tally)
        {
            _tally.Add(check.Tally);
            _events += check.Events;
            _streams += check.Streams;
        }
    }

    private long? NextRange(Reader reader)
    {
        long? first = null;
        Guarded(() => first = _ranges.Next(reader));
        return first;
    }

    /// <summary>Streams without a first event, and rows without events: what a walk over the first events does not meet.</summary>
    private void CheckOrphans(Reader reader)
    {
        foreach (var row in reader.For("SELECT stream, min(version), min(position), count(*) FROM events GROUP BY stream HAVING min(version) <> 1").Each())
        {
            _events += row.Int64(3);
            _streams++;
            _findings.Add(new Finding(VerifiedPart.Events, row.Text(0), row.Int64(1), row.Int64(2), Reasons.NotNext(1, row.Int64(1))));
        }

        foreach (var table in RowTable.All)
        {
            var prefix = new StreamId(table.Kind, "").ToString();
            var sql = $"SELECT ?1 || id FROM {table.Rows} WHERE NOT EXISTS (SELECT 1 FROM events WHERE stream = ?1 || id)";
            foreach (var row in reader.For(sql).Bind(1, prefix).Each())
            {
                _findings.Add(new Finding(VerifiedPart.Rows, row.Text(0), Version: null, Position: null, Reasons.RowWithoutEvents()));
            }
        }
    }

    private void CheckCounters(Reader reader) => _tally.Compare(
        reader.For("SELECT kind, name, value, n FROM counters").All(row => new Counted(row.Text(0), row.Text(1), row.Text(2), row.Int64(3))), _findings);

    private void CheckLives(Reader reader)
    {
        var stored = new Tally();
        foreach (var row in reader.For("SELECT id, life FROM agreement_lives").Each()) stored.AddLife(row.Text(0), row.Text(1));
        if (stored.Lives != _tally.Lives) _findings.Add(new Finding(VerifiedPart.Periods, Stream: null, Version: null, Position: null, Reasons.PeriodsDiffer("agreement_lives")));
    }

    private void CheckIndex(Reader reader, RowTable table)
    {
        reader.For($"CREATE VIRTUAL TABLE temp.{table.Index}_words USING fts5vocab(main, {table.Index}, instance)").Run();
        var stored = new Tally();
        foreach (var row in reader.For($"SELECT term, doc FROM temp.{table.Index}_words").Each()) stored.AddToken(table.Kind, row.Text(0), row.Int64(1));
        if (stored.Tokens(table.Kind) != _tally.Tokens(table.Kind))
        {
            _findings.Add(new Finding(VerifiedPart.Index, Stream: null, Version: null, Position: null, Reasons.IndexDiffers(table.Index)));
        }
    }

    private void CheckPeriods(Reader reader, RowTable table)
    {
        var stored = new Tally();
        foreach (var row in reader.For($"SELECT number, ordinal, recorded_at, replaced_at, since, state, facets FROM {table.Periods}").Each())
            stored.AddPeriod(table.Kind, row.Int64(0), new PeriodRow((int)row.Int64(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6)));
        if (stored.Periods(table.Kind) != _tally.Periods(table.Kind))
            _findings.Add(new Finding(VerifiedPart.Periods, Stream: null, Version: null, Position: null, Reasons.PeriodsDiffer(table.Periods)));
    }

    private void CheckClocks(Reader reader)
    {
        var stored = new Tally();
        const string sql = "SELECT number, stream, clock, subject, started_by, office, trigger_day, running, ended_on, ended_by, owes, about FROM clocks";
        foreach (var row in reader.For(sql).Each())
        {
            var clock = new ClockRow(row.Text(2), row.Text(3), row.Int64(4), row.Text(5), row.Text(6), row.Text(8), row.Int64(9), row.Text(10), row.Text(11));
            stored.AddClock(row.Int64(0), row.Text(1), row.Int64(7) == 1, clock);
        }

        if (stored.Clocks != _tally.Clocks) _findings.Add(new Finding(VerifiedPart.Clocks, Stream: null, Version: null, Position: null, Reasons.ClocksDiffer()));
    }

    private void CheckBelongings(Reader reader, BelongingTable table)
    {
        var stored = new Tally();
        // Bytes that read as the right text are another value, which no question about the text finds.
        var columns = string.Join(
            ", ", table.All.Select(column => column.IsWhole ? column.Name : $"iif(typeof({column.Name}) = 'text', {column.Name}, 'no text')"));
        foreach (var row in reader.For($"SELECT number, stream, {columns} FROM {table.Name}").Each())
            stored.AddBelonging(
                table, row.Int64(0), row.Text(1), [.. table.All.Select((column, i) => column.IsWhole ? (object)row.Int64(i + 2) : row.Text(i + 2))]);
        if (stored.Belongings(table) != _tally.Belongings(table))
            _findings.Add(new Finding(VerifiedPart.Belongings, Stream: null, Version: null, Position: null, Reasons.BelongingsDiffer(table.Name)));
    }

    /// <summary>What SQLite cannot read any more is a finding; the rest is looked at all the same.</summary>
    private void Guarded(Action check)
    {
        try
        {
            check();
        }
        catch (SqliteError error)
        {
            Damaged(error.Message);
        }
    }

    private void Damaged(string detail) => _findings.Add(new Finding(VerifiedPart.File, Stream: null, Version: null, Position: null, Reasons.Damaged(detail)));
}
