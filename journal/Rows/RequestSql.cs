using System.Globalization;

namespace CityGrains.Journal.Rows;

/// <summary>Writes the SQL of questions about requests, and keeps the values it asks for.</summary>
/// <param name="table">The table of requests.</param>
/// <param name="sign">What stands before the number of a parameter.</param>
internal sealed class RequestSql(string table, char sign)
{
    private readonly List<object> _values = [];

    /// <summary>The values, in the order of their parameters; each text or a whole number.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>A page: stream, ordinal, about, body.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">Due day and number of the record of the request the page begins after.</param>
    public string Page(RequestFilter filter, (string DueBy, long Number)? after)
    {
        var where = Where(filter);
        if (after is { } last) where += $" AND (due_by, number, ordinal) > ({Bound(last.DueBy)}, {Bound(last.Number)}, {Bound(filter.After!.Ordinal)})";
        return $"SELECT stream, ordinal, about, body FROM {table} WHERE {where} ORDER BY due_by, number, ordinal LIMIT {Bound((long)filter.Limit)}";
    }

    /// <summary>How many.</summary>
    public string Count(RequestFilter filter) => $"SELECT count(*) FROM {table} WHERE {Where(filter)}";

    /// <summary>How many are alike: asked_of, standing, days, how many, how many due before a day.</summary>
    public string Statistics(RequestFilter filter, string today) => $"""
        SELECT asked_of, standing, days, count(*), sum(CASE WHEN due_by < {Bound(today)} THEN 1 ELSE 0 END)
        FROM {table} WHERE {Where(filter)} GROUP BY asked_of, standing, days
        """;

    /// <summary>Due day and number of the record of a request.</summary>
    public string Place(RequestPlace place) =>
        $"SELECT due_by, number FROM {table} WHERE stream = {Bound(place.Stream.ToString())} AND ordinal = {Bound(place.Ordinal)}";

    private string Where(RequestFilter filter)
    {
        var all = new List<string>();
        if (filter.AskedBy.Count > 0) all.Add($"asked_by IN ({Bound(filter.AskedBy)})");
        if (filter.AskedOf.Count > 0) all.Add($"asked_of IN ({Bound(filter.AskedOf)})");
        if (filter.Open is { } open) all.Add($"standing {(open ? "=" : "<>")} {Bound(RequestRow.Open)}");
        if (filter.DueBefore is { } day) all.Add($"due_by < {Bound(PeriodRow.Day(day))}");
        return all.Count == 0 ? "true" : string.Join(" AND ", all);
    }

    private string Bound(IReadOnlyList<string> values) => string.Join(", ", values.Select(value => Bound(value)));

    private string Bound(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{_values.Count}");
    }
}
