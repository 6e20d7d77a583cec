using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>
/// Answers a filter. Several facets start from the one with the fewest rows, so that an answer costs what its page costs, not what the store holds.
/// </summary>
internal sealed class RowQuestion
{
    private const int FewRecords = 1000;

    private readonly Readers _readers;
    private readonly RowTable _table;
    private readonly RowFilter _filter;
    private readonly FacetValues[] _facets;

    public RowQuestion(Readers readers, StreamKind kind, RowFilter filter)
    {
        (_readers, _table, _filter) = (readers, RowTable.Of(kind), filter);
        _facets = [.. filter.Facets.GroupBy(facet => facet.Name, StringComparer.Ordinal)
            .Select(group => new FacetValues(group.Key, [.. group.Select(facet => facet.Value).Distinct(StringComparer.Ordinal)]))];
    }

    /// <summary>A page.</summary>
    public async Task<IReadOnlyList<ListedRow>> Page(CancellationToken cancel)
    {
        if (await After(cancel) is not { } after) return [];
        var (facets, clocks) = (await FewestFirst(cancel), await Clocked(cancel));
        Task<List<ListedRow>> Rows(SearchWords? words, long from, long? upTo, int limit)
        {
            var filter = new FilterSql(_table, facets, words, clocks);
            return _readers.Once(filter.Page(from, upTo, limit), filter.Values, Row, cancel);
        }

        var words = await Words(clocks, cancel);
        if (words is not { AreCommon: true }) return await Rows(words, after, null, _filter.Limit);

        var end = await Walk(facets, after, SearchWords.Walk(_filter.Limit), cancel);
        var page = await Rows(words.AllRead(), after, end, _filter.Limit);
        return end is null || page.Count == _filter.Limit ? page : [.. page, .. await Rows(words, end.Value, null, _filter.Limit - page.Count)];
    }

    /// <summary>How many, whatever the page.</summary>
    public async Task<long> Count(CancellationToken cancel)
    {
        var isSearch = SearchWords.Of(_filter.Search).Count > 0;
        if (!isSearch && _facets.Length == 0 && _filter.Clocks.Count == 0) return await Kept(Counter.Total(_table.Kind), cancel);
        if (!isSearch && _filter.Clocks.Count == 0 && _facets is [{ Values: [var value] } facet] && Counter.IsKept(facet.Name)) return await Kept(new Counter(_table.Kind, facet.Name, value), cancel);

        var (facets, clocks) = (await FewestFirst(cancel), await Clocked(cancel));
        async Task<long> Rows(SearchWords? words, long from, long? upTo, long most)
        {
            var filter = new FilterSql(_table, facets, words, clocks);
            return (await _readers.Once(filter.Count(from, upTo, most), filter.Values, row => row.GetInt64(0), cancel)).Single();
        }

        var words = await Words(clocks, cancel);
        var most = words is null || _filter.MostCounted == long.MaxValue ? long.MaxValue : _filter.MostCounted + 1;
        if (words is not { AreCommon: true }) return await Rows(words, 0, null, most);

        var end = await Walk(facets, 0, SearchWords.Walk((int)Math.Min(most, int.MaxValue / 4)), cancel);
        var counted = await Rows(words.AllRead(), 0, end, most);
        return end is null || counted == most ? counted : counted + await Rows(words, end.Value, null, most - counted);
    }

    private async Task<long?> Walk(IReadOnlyList<FacetValues> facets, long after, int rows, CancellationToken cancel)
    {
        var filter = new FilterSql(_table, facets, words: null, []);
        return (await _readers.Once(filter.Walk(after, rows), filter.Values, row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), cancel)).Single();
    }

    private async Task<SearchWords?> Words(IReadOnlyList<ClockedRecords> clocks, CancellationToken cancel)
    {
        var words = SearchWords.Of(_filter.Search);
        if (words.Count == 0) return null;
        if (clocks.Any(records => records.Few is not null)) return new SearchWords([], words, AreCommon: false); // so few rows are read
        var highest = (await _readers.Often($"SELECT coalesce(max(number), 0) FROM {_table.Rows}", [], row => row.GetInt64(0), cancel)).Single();
        return SearchWords.Judge(words, await _readers.Often(
            $"SELECT s.search FROM unnest($1) AS place CROSS JOIN LATERAL (SELECT r.search FROM {_table.Rows} r WHERE r.number > place ORDER BY r.number LIMIT 1) s",
            [SearchWords.Places(highest).ToArray()], row => row.GetString(0), cancel));
    }

    /// <summary>The number of the last row of the page before; null when there is no such row, and so nothing after it.</summary>
    private async Task<long?> After(CancellationToken cancel) => _filter.After is not { } id ? 0
        : (await _readers.Often($"SELECT number FROM {_table.Rows} WHERE id = $1", [id], row => (long?)row.GetInt64(0), cancel)).SingleOrDefault();

    private async Task<IReadOnlyList<ClockedRecords>> Clocked(CancellationToken cancel)
    {
        var clocked = new List<ClockedRecords>();
        foreach (var ranges in _filter.Clocks) clocked.Add(new ClockedRecords(ranges, await ClockReading.Few(_readers, ranges, FewRecords, cancel)));
        return clocked;
    }

    /// <summary>A row of a page.</summary>
    public static ListedRow Row(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));

    /// <summary>Facets by how many rows they lead to at most; what is not counted is rare.</summary>
    private async Task<IReadOnlyList<FacetValues>> FewestFirst(CancellationToken cancel)
    {
        if (_facets.Length < 2) return _facets;
        var kept = await _readers.Often(
            "SELECT name, value, n FROM citygrains.counters WHERE kind = $1 AND name = ANY($2)",
            [StreamId.NameOf(_table.Kind), _facets.Select(facet => facet.Name).ToArray()], row => (Name: row.GetString(0), Value: row.GetString(1), N: row.GetInt64(2)), cancel);
        return [.. _facets.OrderBy(facet => kept.Where(counter => counter.Name == facet.Name && facet.Values.Contains(counter.Value, StringComparer.Ordinal)).Sum(counter => counter.N))];
    }

    private async Task<long> Kept(Counter counter, CancellationToken cancel) => (await _readers.Often(
        "SELECT n FROM citygrains.counters WHERE kind = $1 AND name = $2 AND value = $3", [counter.KindName, counter.Name, counter.Value], row => row.GetInt64(0), cancel)).SingleOrDefault();
}
