using System.Text.Json;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Answers a filter from the index of words and facets, which hands out rows in the order of their numbers and stops where the page is full.</summary>
internal sealed class RowQuestion
{
    private const int FewRecords = 1000;

    private readonly Reader _reader;
    private readonly RowTable _table;
    private readonly RowFilter _filter;
    private readonly string? _match;

    public RowQuestion(Reader reader, StreamKind kind, RowFilter filter)
    {
        (_reader, _table, _filter) = (reader, RowTable.Of(kind), filter);
        _match = Match(filter);
    }

    /// <summary>A page.</summary>
    public IReadOnlyList<ListedRow> Page()
    {
        if (After() is not { } after) return [];
        var question = new Question();
        var (from, number) = From(question);
        var clocks = Clocks(question, number);
        var sql = $"SELECT r.id, r.version, r.body FROM {from} AND {number} > {question.Bound(after)}{clocks} ORDER BY {number} LIMIT {question.Bound(_filter.Limit)}";
        return question.For(_reader, sql).All(row => new ListedRow(row.Text(0), row.Int64(1), row.Bytes(2).ToArray()));
    }

    /// <summary>How many, whatever the page.</summary>
    public long Count()
    {
        if (_filter.Clocks.Count == 0 && _match is null) return Counted(Counter.Total(_table.Kind));
        if (_filter is { Clocks.Count: 0, Search: null, Facets: [var facet] } && Counter.IsKept(facet.Name)) return Counted(new Counter(_table.Kind, facet.Name, facet.Value));

        var question = new Question();
        if (_match is null && _filter.Clocks is [var ranges])
            return question.For(_reader, $"SELECT count(DISTINCT c.number) FROM clocks c WHERE {question.Clocks.OfAny(ranges)}").One(row => row.Int64(0), 0);
        if (_filter.Clocks.Count == 0) return question.For(_reader, $"SELECT count(*) FROM {_table.Index} WHERE {_table.Index} MATCH {question.Bound(_match!)}").One(row => row.Int64(0), 0);
        var (from, number) = From(question);
        return question.For(_reader, $"SELECT count(*) FROM {from}{Clocks(question, number)}").One(row => row.Int64(0), 0);
    }

    private (string From, string Number) From(Question question) => _match is null
        ? ($"{_table.Rows} r WHERE true", "r.number")
        : ($"{_table.Index} i CROSS JOIN {_table.Rows} r ON r.number = i.rowid WHERE i.{_table.Index} MATCH {question.Bound(_match)}", "i.rowid");

    /// <summary>Few records are looked for by their numbers; among many, the walk along the rows soon meets a page of them.</summary>
    private string Clocks(Question question, string number) => string.Concat(_filter.Clocks.Select(ranges =>
        ClockReading.Few(_reader, ranges, FewRecords) is { } few
            ? $" AND {number} IN (SELECT value FROM json_each({question.Bound(JsonSerializer.Serialize(few, ClockJson.Default.IReadOnlyListInt64))}))"
            : $" AND EXISTS (SELECT 1 FROM clocks c WHERE c.number = {number} AND {question.Clocks.OfAny(ranges)})"));

    /// <summary>The FTS5 expression: any of the values of a facet, all facets, and for each word one that begins with it. Null: all rows.</summary>
    private static string? Match(RowFilter filter)
    {
        var facets = filter.Facets.GroupBy(facet => facet.Name, StringComparer.Ordinal)
            .Select(group => $"({string.Join(" OR ", group.Select(facet => Quoted(FacetToken.Of(facet))))})");
        var words = (filter.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{Quoted(word)} *");
        var match = string.Join(" AND ", facets.Concat(words));
        return match.Length == 0 ? null : match;
    }

    private static string Quoted(string token) => $"\"{token.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The number of the last row of the page before; null when there is no such row, and so nothing after it.</summary>
    private long? After() => _filter.After is null ? 0
        : _reader.For($"SELECT number FROM {_table.Rows} WHERE id = ?").Bind(1, _filter.After).One<long?>(row => row.Int64(0), none: null);

    private long Counted(Counter counter) => _reader.For("SELECT n FROM counters WHERE kind = ? AND name = ? AND value = ?")
        .Bind(1, counter.KindName).Bind(2, counter.Name).Bind(3, counter.Value).One(row => row.Int64(0), 0);
}
