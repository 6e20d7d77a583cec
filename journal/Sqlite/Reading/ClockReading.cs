using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Reads clocks in the order of their index.</summary>
internal static class ClockReading
{
    /// <summary>The first clocks of a walk.</summary>
    public static List<ListedClock> Walk(Reader reader, ClockWalk walk, int limit)
    {
        var question = new Question();
        var sql = $"""
            SELECT {ClockSql.Columns("")} FROM clocks c WHERE {question.Clocks.Of(walk)}
            ORDER BY c.trigger_day, c.number, c.subject, c.started_by LIMIT {question.Bound(limit)}
            """;
        return question.For(reader, sql).All(Listed);
    }

    /// <summary>How many clocks a walk passes.</summary>
    public static long Count(Reader reader, ClockWalk walk)
    {
        var question = new Question();
        return question.For(reader, $"SELECT count(*) FROM clocks c WHERE {question.Clocks.Of(walk)}").One(row => row.Int64(0), 0);
    }

    /// <summary>The records with a clock in any of some ranges, when they are at most so many; else null.</summary>
    public static List<long>? Few(Reader reader, IReadOnlyList<ClockRange> ranges, int most)
    {
        var numbers = new HashSet<long>();
        foreach (var range in ranges)
        {
            var question = new Question();
            var sql = $"SELECT DISTINCT c.number FROM clocks c WHERE {question.Clocks.OfAny([range])} LIMIT {question.Bound(most + 1)}";
            numbers.UnionWith(question.For(reader, sql).All(row => row.Int64(0)));
            if (numbers.Count > most) return null;
        }

        return [.. numbers];
    }

    /// <summary>
    /// Running clocks of a range by office. Beside min() SQLite answers the number of the row that has it; its record is looked up once for each office.
    /// </summary>
    public static List<OfficeClocks> ByOffice(Reader reader, ClockRange range)
    {
        var question = new Question();
        var sql = $"""
            SELECT late.office, late.n, late.first, (SELECT one.stream FROM clocks one WHERE one.number = late.number LIMIT 1)
            FROM (SELECT c.office, count(*) AS n, min(c.trigger_day) AS first, c.number FROM clocks c WHERE {question.Clocks.OfAny([range])} GROUP BY c.office) late
            """;
        return question.For(reader, sql).All(row => new OfficeClocks(row.Text(0), range.Clock, row.Int64(1), row.Text(2), StreamId.Parse(row.Text(3))));
    }

    private static ListedClock Listed(Statement row) => new(
        StreamId.Parse(row.Text(0)), row.Int64(1),
        new ClockRow(row.Text(2), row.Text(3), row.Int64(4), row.Text(5), row.Text(6), row.Text(7), row.Int64(8), row.Text(9), row.Text(10)), row.Text(11));
}
