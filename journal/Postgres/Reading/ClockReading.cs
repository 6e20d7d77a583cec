using System.Globalization;
using CityGrains.Journal.Rows;
using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>Reads clocks in the order of their index, several walks at once.</summary>
internal sealed class ClockReading
{
    private readonly List<object> _values = [];
    private readonly ClockSql _sql;

    public ClockReading() => _sql = new ClockSql(Bound, (column, values) => $"{column} = ANY({Bound(values.ToArray())})");

    /// <summary>The first clocks of each walk.</summary>
    public static Task<List<ListedClock>> Walk(Readers readers, IReadOnlyList<ClockWalk> walks, int limit, CancellationToken cancel)
    {
        if (walks.Count == 0) return Task.FromResult(new List<ListedClock>());
        var reading = new ClockReading();
        var most = reading.Bound(limit);
        var each = walks.Select(walk => $"""
            (SELECT {ClockSql.Columns("citygrains.")} FROM citygrains.clocks c WHERE {reading._sql.Of(walk)} ORDER BY c.trigger_day, c.number, c.subject, c.started_by LIMIT {most})
            """).ToList();
        return readers.Once(string.Join(" UNION ALL ", each), reading._values, Listed, cancel);
    }

    /// <summary>How many clocks the walks pass.</summary>
    public static async Task<long> Count(Readers readers, IReadOnlyList<ClockWalk> walks, CancellationToken cancel)
    {
        if (walks.Count == 0) return 0;
        var reading = new ClockReading();
        var each = walks.Select(walk => $"(SELECT count(*) FROM citygrains.clocks c WHERE {reading._sql.Of(walk)})").ToList();
        return (await readers.Once($"SELECT {string.Join(" + ", each)}", reading._values, row => row.GetInt64(0), cancel)).Single();
    }

    /// <summary>The records with a clock in any of some ranges, when they are at most so many; else null.</summary>
    public static async Task<long[]?> Few(Readers readers, IReadOnlyList<ClockRange> ranges, int most, CancellationToken cancel)
    {
        if (ranges.Count == 0) return [];
        var reading = new ClockReading();
        var enough = reading.Bound(most + 1);
        var each = ranges.Select(range => $"(SELECT c.number FROM citygrains.clocks c WHERE {reading._sql.OfAny([range])} LIMIT {enough})").ToList();
        var numbers = await readers.Once(
            $"SELECT DISTINCT number FROM ({string.Join(" UNION ALL ", each)}) AS found", reading._values, row => row.GetInt64(0), cancel);
        return numbers.Count > most ? null : [.. numbers];
    }

    /// <summary>Running clocks of each range by office.</summary>
    public static async Task<List<OfficeClocks>> ByOffice(Readers readers, IReadOnlyList<ClockRange> ranges, CancellationToken cancel)
    {
        if (ranges.Count == 0) return [];
        var reading = new ClockReading();
        var each = ranges.Select(range => $"""
            (SELECT c.office, c.clock, count(*), min(c.trigger_day), (array_agg(c.stream ORDER BY c.trigger_day, c.number))[1]
             FROM citygrains.clocks c WHERE {reading._sql.OfAny([range])} GROUP BY c.office, c.clock)
            """).ToList();
        return await readers.Once(string.Join(" UNION ALL ", each), reading._values, row => new OfficeClocks(
            row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), StreamId.Parse(row.GetString(4))), cancel);
    }

    private static ListedClock Listed(NpgsqlDataReader row) => new(
        StreamId.Parse(row.GetString(0)), row.GetInt64(1),
        new ClockRow(
            row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetInt64(8), row.GetString(9), row.GetString(10)),
        row.GetString(11));

    private string Bound(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }
}
