using System.Globalization;
using System.Text;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>Writes the SQL of a filter, and keeps the values it asks for.</summary>
/// <param name="table">Where the rows are.</param>
/// <param name="facets">Values by facet, the one with the fewest rows first.</param>
/// <param name="words">Beginnings of words; null where none are asked for.</param>
/// <param name="clocks">For each list a running clock in one of its ranges, with the records that have one where these are few.</param>
internal sealed class FilterSql(RowTable table, IReadOnlyList<FacetValues> facets, SearchWords? words, IReadOnlyList<ClockedRecords> clocks)
{
    /// <summary>The index has only as many characters of a word; see the migration of the rows.</summary>
    private const int LongestWord = 500;

    private readonly StringBuilder _sql = new();
    private readonly List<object> _values = [];

    /// <summary>The values, in the order of their parameters.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>The rows of a page in the order of their numbers, after one number and up to another, or to the end.</summary>
    public string Page(long after, long? upTo, int limit)
    {
        var from = Bound(after);
        var end = $"LIMIT {Bound(limit)}";
        Found();
        if (facets.Count == 0)
        {
            _sql.Append(CultureInfo.InvariantCulture, $"SELECT r.id, r.version, r.body FROM {table.Rows} r WHERE r.number > {from}");
            Up("r", upTo);
            Words("r");
            Clocks("r");
            return _sql.Append(CultureInfo.InvariantCulture, $" ORDER BY r.number {end}").ToString();
        }

        // One ordered walk for each value of the first facet; no row beyond the limit of a walk can be on the page.
        _sql.Append("SELECT r.id, r.version, r.body FROM (");
        foreach (var value in facets[0].Values)
        {
            if (value != facets[0].Values[0]) _sql.Append(" UNION ");
            _sql.Append(CultureInfo.InvariantCulture, $"(SELECT f.number FROM {table.Facets} f WHERE f.name = {Bound(facets[0].Name)} AND f.value = {Bound(value)} AND f.number > {from}");
            Up("f", upTo);
            Others();
            _sql.Append(CultureInfo.InvariantCulture, $" ORDER BY f.number {end})");
        }

        return _sql.Append(CultureInfo.InvariantCulture, $") page JOIN {table.Rows} r ON r.number = page.number ORDER BY r.number {end}").ToString();
    }

    /// <summary>How many rows after one number and up to another, or to the end, and no more than so many.</summary>
    public string Count(long after, long? upTo, long most)
    {
        var row = facets.Count == 0 ? "r" : "f";
        Found();
        _sql.Append(CultureInfo.InvariantCulture, $"SELECT count(*) FROM (SELECT{(facets.Count > 0 && facets[0].Values.Count > 1 ? " DISTINCT" : "")} {row}.number FROM");
        if (facets.Count == 0) _sql.Append(CultureInfo.InvariantCulture, $" {table.Rows} r WHERE r.number > {Bound(after)}");
        else _sql.Append(CultureInfo.InvariantCulture, $" {table.Facets} f WHERE f.name = {Bound(facets[0].Name)} AND f.value = ANY({Bound(facets[0].Values.ToArray())}) AND f.number > {Bound(after)}");
        Up(row, upTo);
        if (facets.Count > 0) Others();
        else
        {
            Words(row);
            Clocks(row);
        }

        return _sql.Append(most < long.MaxValue ? $" LIMIT {Bound(most)}) counted" : ") counted").ToString();
    }

    /// <summary>The number of the row so many rows of the first facet after another; null when there are not so many.</summary>
    public string Walk(long after, int rows)
    {
        var (start, skip) = (Bound(after), Bound(rows - 1));
        return facets.Count == 0
            ? $"SELECT min(number) FROM (SELECT number FROM {table.Rows} WHERE number > {start} ORDER BY number LIMIT 1 OFFSET {skip}) walked"
            : $"""
               SELECT min(walked.number) FROM unnest({Bound(facets[0].Values.ToArray())}) AS asked (value) CROSS JOIN LATERAL (
                   SELECT f.number FROM {table.Facets} f WHERE f.name = {Bound(facets[0].Name)} AND f.value = asked.value AND f.number > {start} ORDER BY f.number LIMIT 1 OFFSET {skip}) walked
               """;
    }

    private void Up(string row, long? upTo)
    {
        if (upTo is { } end) _sql.Append(CultureInfo.InvariantCulture, $" AND {row}.number <= {Bound(end)}");
    }

    private void Others()
    {
        Clocks("f");
        foreach (var facet in facets.Skip(1))
        {
            _sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM {table.Facets} o WHERE o.name = {Bound(facet.Name)}");
            _sql.Append(CultureInfo.InvariantCulture, $" AND o.value = ANY({Bound(facet.Values.ToArray())}) AND o.number = f.number)");
        }

        if (words is null) return;
        _sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM {table.Rows} w WHERE w.number = f.number");
        Words("w");
        _sql.Append(')');
    }

    /// <summary>Few records are looked for by their numbers; among many, the walk along the rows soon meets a page of them.</summary>
    private void Clocks(string row)
    {
        var sql = new ClockSql(Bound, (column, values) => $"{column} = ANY({Bound(values.ToArray())})");
        foreach (var (ranges, few) in clocks)
        {
            if (few is not null) _sql.Append(CultureInfo.InvariantCulture, $" AND {row}.number = ANY({Bound(few)})");
            else _sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM citygrains.clocks c WHERE c.number = {row}.number AND {sql.OfAny(ranges)})");
        }
    }

    /// <summary>What the index has, looked for once and before anything else: else the server may walk all rows and make the words of each anew.</summary>
    private void Found()
    {
        if (words is not { Indexed: [_, ..] asked }) return;
        _sql.Append(CultureInfo.InvariantCulture, $"WITH found AS MATERIALIZED (SELECT number FROM {table.Rows} WHERE citygrains.words(search) @@ {Bound(string.Join(" & ", asked.Select(Beginning)))}::tsquery) ");
    }

    /// <summary>
    /// Folded text has one space between words, so a space before a word finds its beginning: of common words, and of those too long for the index.
    /// </summary>
    private void Words(string row)
    {
        if (words is null) return;
        if (words.Indexed.Count > 0) _sql.Append(CultureInfo.InvariantCulture, $" AND {row}.number IN (SELECT number FROM found)");
        foreach (var word in words.Read.Concat(words.Indexed.Where(word => word.Length > LongestWord)))
            _sql.Append(CultureInfo.InvariantCulture, $" AND strpos(' ' || {row}.search, {Bound(SearchWords.In(word))}) > 0");
    }

    private static string Beginning(string word)
    {
        var indexed = word.Length <= LongestWord ? word : word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
        return $"'{indexed.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}':*";
    }

    private string Bound(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }
}

/// <summary>Records with a running clock in any of some ranges.</summary>
/// <param name="Ranges">The ranges.</param>
/// <param name="Few">The numbers of the records, where these are few; else null.</param>
internal sealed record ClockedRecords(IReadOnlyList<ClockRange> Ranges, long[]? Few);

/// <summary>Values of one facet, any of which will do.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Values">Its values, each once.</param>
internal sealed record FacetValues(string Name, IReadOnlyList<string> Values);
