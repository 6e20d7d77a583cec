namespace CityGrains.Journal.Rows;

/// <summary>Writes conditions on clocks, called <c>c</c>, in the SQL both stores share.</summary>
/// <param name="bound">Adds a value, and says how the SQL calls it.</param>
/// <param name="among">Says that a column is one of some values.</param>
internal sealed class ClockSql(Func<object, string> bound, Func<string, IReadOnlyList<string>, string> among)
{
    /// <summary>What a clock is shown by, after the columns of <see cref="ClockPlace"/>'s order.</summary>
    public static string Columns(string schema) => $"""
        c.stream, c.number, c.clock, c.subject, c.started_by, c.office, c.trigger_day, c.ended_on, c.ended_by, c.owes, c.about,
        coalesce((SELECT a.title FROM {schema}agreements a WHERE a.number = c.number), (SELECT p.name FROM {schema}cities p WHERE p.number = c.number),
                 (SELECT o.name FROM {schema}offices o WHERE o.number = c.number), (SELECT t.title FROM {schema}activities t WHERE t.number = c.number), '')
        """;

    /// <summary>The clock is one of a walk.</summary>
    public string Of(ClockWalk walk)
    {
        var running = $"{Of(walk.Range)} AND c.running = {(walk.Running ? 1 : 0)}";
        if (walk.After is not { } after) return running;
        return $"""
            {running} AND c.trigger_day >= {bound(after.Trigger)}
            AND (c.trigger_day, c.number, c.subject, c.started_by) > ({bound(after.Trigger)}, {bound(after.Number)}, {bound(after.Subject)}, {bound(after.StartedBy)})
            """;
    }

    /// <summary>The clock is in one of some ranges, and runs.</summary>
    public string OfAny(IReadOnlyList<ClockRange> ranges) =>
        ranges.Count == 0 ? "1 = 0" : $"c.running = 1 AND ({string.Join(" OR ", ranges.Select(range => $"({Of(range)})"))})";

    private string Of(ClockRange range)
    {
        var days = $"c.clock = {bound(range.Clock)} AND c.trigger_day >= {bound(range.From)} AND c.trigger_day <= {bound(range.To)}";
        if (range.Offices is { } offices) days += $" AND {among("c.office", offices)}";
        return range.NotOffices.Count == 0 ? days : $"{days} AND NOT {among("c.office", range.NotOffices)}";
    }
}
