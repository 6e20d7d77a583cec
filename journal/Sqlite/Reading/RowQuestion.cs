using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Answers a filter from the index of words and facets, which hands out rows in the order of their numbers and stops where the page is full.</summary>
internal sealed class RowQuestion
{
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
        var statement = _match is null
            ? _reader.For($"SELECT id, version, body FROM {_table.Rows} WHERE number > ?1 ORDER BY number LIMIT ?2")
            : _reader.For($"""
                SELECT r.id, r.version, r.body FROM {_table.Index} i CROSS JOIN {_table.Rows} r ON r.number = i.rowid
                WHERE i.{_table.Index} MATCH ?3 AND i.rowid > ?1 ORDER BY i.rowid LIMIT ?2
                """).Bind(3, _match);
        return statement.Bind(1, after).Bind(2, _filter.Limit).All(row => new ListedRow(row.Text(0), row.Int64(1), row.Bytes(2).ToArray()));
    }

    /// <summary>How many, whatever the page.</summary>
    public long Count() =>
        _match is null ? Counted(Counter.Total(_table.Kind))
        : _filter is { Search: null, Facets: [var facet] } && Counter.IsKept(facet.Name) ? Counted(new Counter(_table.Kind, facet.Name, facet.Value))
        : _reader.For($"SELECT count(*) FROM {_table.Index} WHERE {_table.Index} MATCH ?").Bind(1, _match).One(row => row.Int64(0), 0);

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
