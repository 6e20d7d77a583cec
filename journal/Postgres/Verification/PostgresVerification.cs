using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Verification;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres.Verification;

/// <summary>
/// Recomputes a store and compares: the chain of every stream, each row with the fold of its events, counters with a recount, facets with the rows.
/// Bad data never makes it fail; it is what it tells of. It only reads, so the store may be in use meanwhile.
/// </summary>
internal sealed class PostgresVerification(Database database, IProgress<VerificationProgress>? progress, CancellationToken cancel)
{
    private const int ProgressEvery = 2000;

    private readonly Findings _findings = new();
    private readonly Tally _tally = new();
    private long _total;
    private long _read;
    private long _events;
    private long _streams;

    /// <summary>Verifies.</summary>
    /// <exception cref="JournalUnavailableException">The server does not answer.</exception>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    public async Task<VerificationReport> Report()
    {
        try
        {
            await using var snapshot = await Snapshot.Open(database, 2, cancel);
            await Task.Run(() => Examine(snapshot.Connections[0], snapshot.Connections[1]), cancel);
        }
        catch (PostgresException trouble) when (Trouble.IsDamage(trouble))
        {
            _findings.Add(new Finding(VerifiedPart.File, Stream: null, Version: null, Position: null, Reasons.Damaged(trouble.MessageText)));
        }
        catch (Exception trouble) when (Trouble.Concerns(trouble))
        {
            throw database.Unavailable(trouble);
        }

        return new VerificationReport(_events, _streams, _findings.Earliest, _findings.Count);
    }

    private void Examine(NpgsqlConnection events, NpgsqlConnection rows)
    {
        var schema = (int)Number(events, "SELECT max(version) FROM citygrains.schema");
        if (schema > Migrations.Known) throw new StoreIsNewerException(database.Name, schema, Migrations.Known);

        _total = Number(events, "SELECT count(*) FROM citygrains.events");
        progress?.Report(new VerificationProgress(VerifiedPart.Events, 0, _total));
        CheckStreams(Pairs(StoredStream.All(events), StoredRow.All(rows)));
        if (_findings.Count > 0) return; // what is derived from bad events is not worth a finding of its own
        progress?.Report(new VerificationProgress(VerifiedPart.Counters, _total, _total));
        _tally.Compare(All(rows, "SELECT kind, name, value, n FROM citygrains.counters", row => new Counted(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3))).ToList(), _findings);
        progress?.Report(new VerificationProgress(VerifiedPart.Index, _total, _total));
        CheckLives(rows);
        foreach (var table in RowTable.All) CheckFacets(rows, table);
        foreach (var table in RowTable.All) CheckPeriods(rows, table);
        CheckClocks(rows);
        foreach (var table in BelongingTable.Every) CheckBelongings(rows, table);
    }

    /// <summary>One thread at a time reads on, while the others check what they have read.</summary>
    private void CheckStreams(IEnumerable<StreamAndRow> pairs)
    {
        try
        {
            Parallel.ForEach(
                Partitioner.Create(pairs), new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
                () => new StreamCheckup(_findings),
                (pair, _, checkup) => checkup.Checked(pair),
                Add);
        }
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.InnerExceptions[0]);
        }
    }

    private void Add(StreamCheckup checkup)
    {
        lock (_tally)
        {
            _tally.Add(checkup.Tally);
            _events += checkup.Events;
            _streams += checkup.Streams;
        }
    }

    /// <summary>Both come in order of stream, so they are met side by side.</summary>
    private IEnumerable<StreamAndRow> Pairs(IEnumerable<StoredStream> streams, IEnumerable<StoredRow> rows)
    {
        using var row = rows.GetEnumerator();
        var more = row.MoveNext();
        foreach (var stream in streams)
        {
            for (; more && string.CompareOrdinal(row.Current.Stream, stream.Name) < 0; more = row.MoveNext()) yield return new StreamAndRow(Stream: null, row.Current);
            var its = more && row.Current.Stream == stream.Name;
            yield return new StreamAndRow(stream, its ? row.Current : null);
            if (its) more = row.MoveNext();
            Advance(stream.Events.Count);
        }

        for (; more; more = row.MoveNext()) yield return new StreamAndRow(Stream: null, row.Current);
    }

    private void Advance(int count)
    {
        var before = _read;
        _read += count;
        if (before / ProgressEvery != _read / ProgressEvery) progress?.Report(new VerificationProgress(VerifiedPart.Events, _read, _total));
    }

    private void CheckLives(NpgsqlConnection connection)
    {
        var stored = new Tally();
        foreach (var (id, life) in All(connection, "SELECT id, life FROM citygrains.agreement_lives", row => (row.GetString(0), row.GetString(1)))) stored.AddLife(id, life);
        if (stored.Lives != _tally.Lives)
            _findings.Add(new Finding(VerifiedPart.Periods, Stream: null, Version: null, Position: null, Reasons.PeriodsDiffer("citygrains.agreement_lives")));
    }

    private void CheckFacets(NpgsqlConnection connection, RowTable table)
    {
        var stored = new Tally();
        foreach (var (token, number) in All(connection, $"SELECT name, value, number FROM {table.Facets}", row => (StreamCheckup.Token(row.GetString(0), row.GetString(1)), row.GetInt64(2))))
            stored.AddToken(table.Kind, token, number);
        if (stored.Tokens(table.Kind) != _tally.Tokens(table.Kind))
            _findings.Add(new Finding(VerifiedPart.Index, Stream: null, Version: null, Position: null, Reasons.IndexDiffers(table.Facets)));
    }

    private void CheckPeriods(NpgsqlConnection connection, RowTable table)
    {
        var stored = new Tally();
        foreach (var (number, period) in All(connection, $"SELECT number, ordinal, recorded_at, replaced_at, since, state, facets FROM {table.Periods}", row =>
            (row.GetInt64(0), new PeriodRow(row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)))))
            stored.AddPeriod(table.Kind, number, period);
        if (stored.Periods(table.Kind) != _tally.Periods(table.Kind))
            _findings.Add(new Finding(VerifiedPart.Periods, Stream: null, Version: null, Position: null, Reasons.PeriodsDiffer(table.Periods)));
    }

    private void CheckClocks(NpgsqlConnection connection)
    {
        var stored = new Tally();
        const string sql = "SELECT number, stream, clock, subject, started_by, office, trigger_day, running, ended_on, ended_by, owes, about FROM citygrains.clocks";
        foreach (var (number, stream, runs, clock) in All(connection, sql, row => (row.GetInt64(0), row.GetString(1), row.GetInt16(7) == 1,
            new ClockRow(row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.GetString(6), row.GetString(8), row.GetInt64(9), row.GetString(10), row.GetString(11)))))
            stored.AddClock(number, stream, runs, clock);
        if (stored.Clocks != _tally.Clocks) _findings.Add(new Finding(VerifiedPart.Clocks, Stream: null, Version: null, Position: null, Reasons.ClocksDiffer()));
    }

    private void CheckBelongings(NpgsqlConnection connection, BelongingTable table)
    {
        var stored = new Tally();
        var rows = All(connection, $"SELECT number, stream, {table.Columns} FROM citygrains.{table.Name}", row =>
            (Number: row.GetInt64(0), Stream: row.GetString(1), Values: table.All.Select((column, i) => column.IsWhole ? (object)row.GetInt64(i + 2) : row.GetString(i + 2)).ToList()));
        foreach (var (number, stream, values) in rows) stored.AddBelonging(table, number, stream, values);
        if (stored.Belongings(table) != _tally.Belongings(table))
            _findings.Add(new Finding(VerifiedPart.Belongings, Stream: null, Version: null, Position: null, Reasons.BelongingsDiffer(table.Name)));
    }

    private static long Number(NpgsqlConnection connection, string sql) =>
        All(connection, sql, row => Convert.ToInt64(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)).Single();

    private static IEnumerable<T> All<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }
}
