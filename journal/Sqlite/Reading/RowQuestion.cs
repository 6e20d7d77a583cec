using System.Text.Json;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>
/// Answers a filter from the index of words and facets, which hands out rows in the order of their numbers, and stops where the page is full.
/// </summary>
internal sealed class RowQuestion(Reader reader, StreamKind kind, RowFilter filter)
{
    private const int FewRecords = 1000;

    private readonly RowTable _table = RowTable.Of(kind);
    private readonly List<(IReadOnlyList<ClockRange> Ranges, List<long>? Few)> _clocks = [.. filter.Clocks.Select(ranges => (ranges, ClockReading.Few(reader, ranges, FewRecords)))];

    /// <summary>A page.</summary>
    public IReadOnlyList<ListedRow> Page()
    {
        if (After() is not { } after) return [];
        if (Words() is not { } words) return Rows(new Stretch(after), filter.Limit);
        if (!words.AreCommon) return Rows(new Stretch(after) { Words = words }, filter.Limit);

        var end = Walk(after, SearchWords.Walk(filter.Limit));
        var page = Rows(new Stretch(after) { UpTo = end, Words = words.AllRead() }, filter.Limit);
        return end is null || page.Count == filter.Limit ? page : [.. page, .. Rows(new Stretch(end.Value) { Words = words }, filter.Limit - page.Count)];
    }

    /// <summary>How many, whatever the page.</summary>
    public long Count()
    {
        var facets = Match([]);
        if (Words() is { } words) return Count(words);
        if (filter.Clocks.Count == 0 && facets is null) return Counted(Counter.Total(_table.Kind));
        if (filter is { Clocks.Count: 0, Facets: [var facet] } && Counter.IsKept(facet.Name)) return Counted(new Counter(_table.Kind, facet.Name, facet.Value));

        var question = new Question();
        if (facets is null && filter.Clocks is [var ranges])
            return question.For(reader, $"SELECT count(DISTINCT c.number) FROM clocks c WHERE {question.Clocks.OfAny(ranges)}").One(row => row.Int64(0), 0);
        if (filter.Clocks.Count == 0) return question.For(reader, $"SELECT count(*) FROM {_table.Index} WHERE {_table.Index} MATCH {question.Bound(facets!)}").One(row => row.Int64(0), 0);
        return Count(new Stretch(0), long.MaxValue);
    }

    /// <summary>No further than is asked for: the walk soon meets as many of common words, the index tells the few of a rare one.</summary>
    private long Count(SearchWords words)
    {
        var most = filter.MostCounted < long.MaxValue ? filter.MostCounted + 1 : long.MaxValue;
        if (!words.AreCommon) return Count(new Stretch(0) { Words = words }, most);

        var end = Walk(0, SearchWords.Walk((int)Math.Min(most, int.MaxValue / 4)));
        var counted = Count(new Stretch(0) { UpTo = end, Words = words.AllRead() }, most);
        return end is null || counted == most ? counted : counted + Count(new Stretch(end.Value) { Words = words }, most - counted);
    }

    private List<ListedRow> Rows(Stretch stretch, int limit)
    {
        var question = new Question();
        var (from, number) = From(question, stretch);
        return question.For(reader, $"SELECT r.id, r.version, r.body FROM {from} ORDER BY {number} LIMIT {question.Bound(limit)}")
            .All(row => new ListedRow(row.Text(0), row.Int64(1), row.Bytes(2).ToArray()));
    }

    private long Count(Stretch stretch, long most)
    {
        var question = new Question();
        var (from, _) = From(question, stretch);
        return question.For(reader, $"SELECT count(*) FROM (SELECT 1 FROM {from} LIMIT {question.Bound(most)})").One(row => row.Int64(0), 0);
    }

    private (string From, string Number) From(Question question, Stretch stretch)
    {
        var match = Match(stretch.Words?.Indexed ?? []);
        var number = match is null ? "r.number" : "i.rowid";
        var from = match is null
            ? $"{_table.Rows} r WHERE {number} > {question.Bound(stretch.After)}"
            : $"{_table.Index} i CROSS JOIN {_table.Rows} r ON r.number = i.rowid WHERE i.{_table.Index} MATCH {question.Bound(match)} AND {number} > {question.Bound(stretch.After)}";
        if (stretch.UpTo is { } end) from += $" AND {number} <= {question.Bound(end)}";
        foreach (var word in stretch.Words?.Read ?? []) from += $" AND instr(' ' || r.search, {question.Bound(SearchWords.In(word))}) > 0";
        return (from + Clocks(question, number), number);
    }

    /// <summary>Few records are looked for by their numbers; among many, the walk along the rows soon meets a page of them.</summary>
    private string Clocks(Question question, string number) => string.Concat(_clocks.Select(clocks => clocks.Few is { } few
            ? $" AND {number} IN (SELECT value FROM json_each({question.Bound(JsonSerializer.Serialize(few, ClockJson.Default.IReadOnlyListInt64))}))"
            : $" AND EXISTS (SELECT 1 FROM clocks c WHERE c.number = {number} AND {question.Clocks.OfAny(clocks.Ranges)})"));

    /// <summary>The number of the row so many rows of the facets after another; null when there are not so many.</summary>
    private long? Walk(long after, int rows)
    {
        var question = new Question();
        var (from, number) = Match([]) is { } match ? ($"{_table.Index} WHERE {_table.Index} MATCH {question.Bound(match)} AND", "rowid")
            : ($"{_table.Rows} WHERE", "number");
        return question.For(
            reader, $"SELECT {number} FROM {from} {number} > {question.Bound(after)} ORDER BY {number} LIMIT 1 OFFSET {question.Bound(rows - 1)}")
            .One<long?>(row => row.Int64(0), none: null);
    }

    private SearchWords? Words()
    {
        var words = SearchWords.Of(filter.Search);
        if (words.Count == 0) return null;
        if (_clocks.Any(clocks => clocks.Few is not null)) return new SearchWords([], words, AreCommon: false); // so few rows are read
        var question = new Question();
        var highest = reader.For($"SELECT coalesce(max(number), 0) FROM {_table.Rows}").One(row => row.Int64(0), 0);
        var places = question.Bound(JsonSerializer.Serialize(SearchWords.Places(highest), ClockJson.Default.IReadOnlyListInt64));
        return SearchWords.Judge(words, question.For(reader,
            $"SELECT (SELECT r.search FROM {_table.Rows} r WHERE r.number > value ORDER BY r.number LIMIT 1) FROM json_each({places})").All(row => row.Text(
                0)));
    }

    /// <summary>The FTS5 expression: any of the values of a facet, all facets, and for each word one that begins with it. Null: all rows.</summary>
    private string? Match(IReadOnlyList<string> words)
    {
        var facets = filter.Facets.GroupBy(facet => facet.Name, StringComparer.Ordinal)
            .Select(group => $"({string.Join(" OR ", group.Select(facet => Quoted(FacetToken.Of(facet))))})");
        var match = string.Join(" AND ", facets.Concat(words.Select(word => $"{Quoted(word)} *")));
        return match.Length == 0 ? null : match;
    }

    private static string Quoted(string token) => $"\"{token.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The number of the last row of the page before; null when there is no such row, and so nothing after it.</summary>
    private long? After() => filter.After is null ? 0
        : reader.For($"SELECT number FROM {_table.Rows} WHERE id = ?").Bind(1, filter.After).One<long?>(row => row.Int64(0), none: null);

    private long Counted(Counter counter) => reader.For("SELECT n FROM counters WHERE kind = ? AND name = ? AND value = ?")
        .Bind(1, counter.KindName).Bind(2, counter.Name).Bind(3, counter.Value).One(row => row.Int64(0), 0);

    /// <summary>Part of the list.</summary>
    /// <param name="After">The number it begins after.</param>
    private sealed record Stretch(long After)
    {
        /// <summary>The last number; null for the end of the list.</summary>
        public long? UpTo { get; init; }

        /// <summary>How words are looked for; null where none are.</summary>
        public SearchWords? Words { get; init; }
    }
}
