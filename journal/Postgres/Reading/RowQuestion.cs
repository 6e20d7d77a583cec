using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>Answers a filter. Several facets start from the one with the fewest rows, so that an answer costs what its page costs, not what the store holds.</summary>
internal sealed class RowQuestion
{
    private const int FewRecords = 1000;

    private readonly Readers _readers;
    private readonly RowTable _table;
    private readonly RowFilter _filter;
    private readonly FacetValues[] _facets;
    private readonly string[] _words;

    public RowQuestion(Readers readers, StreamKind kind, RowFilter filter)
    {
        (_readers, _table, _filter) = (readers, RowTable.Of(kind), filter);
        _words = (filter.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _facets = [.. filter.Facets.GroupBy(facet => facet.Name, StringComparer.Ordinal)
            .Select(group => new FacetValues(group.Key, [.. group.Select(facet => facet.Value).Distinct(StringComparer.Ordinal)]))];
    }

    /// <summary>A page.</summary>
    public async Task<IReadOnlyList<ListedRow>> Page(CancellationToken cancel)
    {
        var filter = new FilterSql(_table, await FewestFirst(cancel), _words, await Clocked(cancel));
        var sql = filter.Page(_filter.After, _filter.Limit);
        return await _readers.Once(sql, filter.Values, Row, cancel);
    }

    /// <summary>How many, whatever the page.</summary>
    public async Task<long> Count(CancellationToken cancel)
    {
        if (_words.Length == 0 && _facets.Length == 0 && _filter.Clocks.Count == 0) return await Kept(Counter.Total(_table.Kind), cancel);
        if (_words.Length == 0 && _filter.Clocks.Count == 0 && _facets is [{ Values: [var value] } facet] && Counter.IsKept(facet.Name)) return await Kept(new Counter(_table.Kind, facet.Name, value), cancel);

        var filter = new FilterSql(_table, await FewestFirst(cancel), _words, await Clocked(cancel));
        var sql = filter.Count();
        return (await _readers.Once(sql, filter.Values, row => row.GetInt64(0), cancel)).Single();
    }

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
