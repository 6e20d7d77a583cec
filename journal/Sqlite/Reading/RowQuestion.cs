using System.Globalization;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Answers a filter. It starts from whatever leads to the fewest rows, so that an answer costs what its page costs, not what the store holds.</summary>
internal sealed class RowQuestion
{
    /// <summary>Up to here rows found by their words are sorted by id; beyond, walking in order of id finds a page sooner.</summary>
    private const int Many = 2000;

    private readonly Reader _reader;
    private readonly RowTable _table;
    private readonly RowFilter _filter;
    private readonly IReadOnlyList<FacetValues> _facets;
    private readonly string[] _words;

    public RowQuestion(Reader reader, StreamKind kind, RowFilter filter)
    {
        (_reader, _table, _filter) = (reader, RowTable.Of(kind), filter);
        _words = filter.Search?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        _facets = [.. filter.Facets.GroupBy(facet => facet.Name, StringComparer.Ordinal)
            .Select(group => new FacetValues(group.Key, [.. group.Select(facet => facet.Value).Distinct(StringComparer.Ordinal)]))
            .Select(facet => (Facet: facet, Rows: Estimate(facet)))
            .OrderBy(estimate => estimate.Rows)
            .Select(estimate => estimate.Facet)];
    }

    /// <summary>A page.</summary>
    public IReadOnlyList<ListedRow> Page()
    {
        var ids = CandidateQuery.Of(_table, Lead(), _facets, _words, _filter.After);
        var sql = $"""
            SELECT p.id, p.version, p.body FROM ({ids.Sql} ORDER BY 1 LIMIT ?{ids.Next}) page CROSS JOIN {_table.Rows} p ON p.id = page.id ORDER BY p.id
            """;
        return ids.Bind(_reader.For(sql)).Bind(ids.Next, Math.Clamp(_filter.Limit, 1, 500)).All(row => new ListedRow(row.Text(0), row.Int64(1), row.Bytes(2).ToArray()));
    }

    /// <summary>How many, whatever the page.</summary>
    public long Count()
    {
        if (_words.Length == 0 && _facets.Count == 0) return Counted(Counter.Total(_table.Kind));
        if (_words.Length == 0 && _facets is [{ Values: [var value] } facet] && Counter.IsKept(facet.Name)) return Counted(new Counter(_table.Kind, facet.Name, value));

        var lead = _words.Length > 0 && (_facets.Count == 0 || FewWords()) ? Reading.Lead.Words : Reading.Lead.Facet;
        var ids = CandidateQuery.Of(_table, lead, _facets, _words, after: null);
        return ids.Bind(_reader.For($"SELECT count(*) FROM ({ids.Sql})")).One(row => row.Int64(0), 0);
    }

    private Lead Lead() =>
        _words.Length > 0 && (_facets.Count == 0 || Estimate(_facets[0]) > Many) && FewWords() ? Reading.Lead.Words
        : _facets.Count > 0 ? Reading.Lead.Facet
        : Reading.Lead.Rows;

    /// <summary>True when few rows have the words.</summary>
    private bool FewWords() => _reader.For($"SELECT count(*) FROM (SELECT 1 FROM {_table.Search} WHERE {_table.Search} MATCH ? LIMIT {(Many + 1).ToString(CultureInfo.InvariantCulture)})")
        .Bind(1, CandidateQuery.Match(_words)).One(row => row.Int64(0), 0) <= Many;

    /// <summary>How many rows a facet leads to at most; what is not counted is rare.</summary>
    private long Estimate(FacetValues facet) =>
        Counter.IsKept(facet.Name) ? facet.Values.Sum(value => Counted(new Counter(_table.Kind, facet.Name, value))) : 0;

    private long Counted(Counter counter) => _reader.For("SELECT n FROM counters WHERE kind = ? AND name = ? AND value = ?")
        .Bind(1, CounterTable.KindName(counter.Kind)).Bind(2, counter.Name).Bind(3, counter.Value).One(row => row.Int64(0), 0);
}
