using System.Globalization;
using System.Text;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Writing;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>What leads to the rows of a question; everything else it asks is tested row by row.</summary>
internal enum Lead
{
    /// <summary>The rows in order of id.</summary>
    Rows,

    /// <summary>The rows with one of the values of the first facet.</summary>
    Facet,

    /// <summary>The rows with the words.</summary>
    Words,
}

/// <summary>Writes the SQL that finds the ids of the rows a filter asks for, and binds what it asks.</summary>
internal sealed class CandidateQuery
{
    private readonly RowTable _table;
    private readonly StringBuilder _sql = new();
    private readonly List<string> _bound = [];

    private CandidateQuery(RowTable table) => _table = table;

    /// <summary>The SQL, answering ids, each once, not yet ordered.</summary>
    public string Sql => _sql.ToString();

    /// <summary>The next free parameter.</summary>
    public int Next => _bound.Count + 1;

    /// <summary>Writes it.</summary>
    /// <param name="table">Where the rows are.</param>
    /// <param name="lead">What leads to them.</param>
    /// <param name="facets">Values by facet, the leading one first.</param>
    /// <param name="words">Beginnings of words.</param>
    /// <param name="after">Only ids after this; null for all.</param>
    public static CandidateQuery Of(RowTable table, Lead lead, IReadOnlyList<FacetValues> facets, IReadOnlyList<string> words, string? after)
    {
        var query = new CandidateQuery(table);
        if (lead is Lead.Facet) query.FromFacet(facets, words, after);
        else query.FromRows(lead, facets, words, after);
        return query;
    }

    /// <summary>Binds what is asked.</summary>
    public Statement Bind(Statement statement)
    {
        for (var i = 0; i < _bound.Count; i++) statement.Bind(i + 1, _bound[i]);
        return statement;
    }

    /// <summary>The FTS5 expression for rows that have, for each of the words, one that begins with it.</summary>
    public static string Match(IEnumerable<string> words) => string.Join(" AND ", words.Select(word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\" *"));

    /// <summary>One ordered walk over the index for each value; SQLite merges them as it goes and stops at the limit.</summary>
    private void FromFacet(IReadOnlyList<FacetValues> facets, IReadOnlyList<string> words, string? after)
    {
        foreach (var value in facets[0].Values)
        {
            if (_bound.Count > 0) _sql.Append(" UNION ");
            _sql.Append(CultureInfo.InvariantCulture, $"SELECT r.id FROM {_table.Facets} r WHERE r.name = {Bound(facets[0].Name)} AND r.value = {Bound(value)}");
            After(after);
            Having(facets.Skip(1));
            if (words.Count == 0) continue;
            _sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM {_table.Rows} w WHERE w.id = r.id");
            Containing("w", words);
            _sql.Append(')');
        }
    }

    private void FromRows(Lead lead, IReadOnlyList<FacetValues> facets, IReadOnlyList<string> words, string? after)
    {
        if (lead is Lead.Words)
        {
            _sql.Append(CultureInfo.InvariantCulture, $"SELECT r.id FROM {_table.Search} s CROSS JOIN {_table.Rows} r ON r.number = s.rowid");
            _sql.Append(CultureInfo.InvariantCulture, $" WHERE s.{_table.Search} MATCH {Bound(Match(words))}");
        }
        else
        {
            _sql.Append(CultureInfo.InvariantCulture, $"SELECT r.id FROM {_table.Rows} r WHERE 1");
            Containing("r", words);
        }

        After(after);
        Having(facets);
    }

    private void After(string? after)
    {
        if (after is not null) _sql.Append(CultureInfo.InvariantCulture, $" AND r.id > {Bound(after)}");
    }

    private void Having(IEnumerable<FacetValues> facets)
    {
        foreach (var facet in facets)
        {
            _sql.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM {_table.Facets} f WHERE f.name = {Bound(facet.Name)}");
            _sql.Append(CultureInfo.InvariantCulture, $" AND f.value IN ({string.Join(", ", facet.Values.Select(Bound))}) AND f.id = r.id)");
        }
    }

    /// <summary>Folded text has one space between words, so a space before the word finds its beginning.</summary>
    private void Containing(string row, IEnumerable<string> words)
    {
        foreach (var word in words) _sql.Append(CultureInfo.InvariantCulture, $" AND instr(' ' || {row}.search, {Bound(" " + word)}) > 0");
    }

    private string Bound(string value)
    {
        _bound.Add(value);
        return $"?{_bound.Count}";
    }
}

/// <summary>Values of one facet, any of which will do.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Values">Its values, each once.</param>
internal sealed record FacetValues(string Name, IReadOnlyList<string> Values);
