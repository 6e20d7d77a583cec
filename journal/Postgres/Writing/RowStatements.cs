using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Writes the rows of one kind that a batch changes, with what they are filtered by: each row once, new ones apart from known ones.</summary>
internal sealed class RowStatements
{
    private readonly RowArrays _new;
    private readonly RowArrays _known;
    private readonly NpgsqlParameter<long> _howManyKnown = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly FacetArrays _lost;
    private readonly FacetArrays _gained;
    private readonly FacetArrays _moved;
    private readonly PeriodStatements _periods;
    private readonly ClockStatements _clocks;
    private readonly BelongingStatements[] _belongings;

    public RowStatements(RowTable table)
    {
        var columns = table.AllColumns;
        var arrays = string.Join(", ", Enumerable.Range(1, columns.Count).Select(i => $"${i}"));
        var names = string.Join(", ", columns);
        _new = new RowArrays(table, $"""
            INSERT INTO {table.Rows} ({names}, number)
            SELECT u.*, (SELECT position FROM citygrains.events WHERE stream = '{new StreamId(table.Kind, "")}' || u.id AND version = 1) FROM unnest({arrays}) AS u ({names})
            """);
        _known = new RowArrays(table, $"""
            WITH written AS (
                UPDATE {table.Rows} r SET {string.Join(", ", columns.Skip(1).Select(column => $"{column} = u.{column}"))}
                FROM unnest({arrays}, ${columns.Count + 1}) AS u ({names}, before) WHERE r.id = u.id AND r.version = u.before RETURNING 1)
            SELECT citygrains.expect(count(*), ${columns.Count + 2}) FROM written
            """);
        _known.AddBefore();
        _known.Statement.Command.Parameters.Add(_howManyKnown);
        var number = $"(SELECT number FROM {table.Rows} r WHERE r.id = u.id)";
        var facets = $"SELECT u.name, u.value, {number} FROM unnest($1, $2, $3) AS u (name, value, id)";
        _gained = new FacetArrays($"INSERT INTO {table.Facets} (name, value, number) {facets}");
        _lost = new FacetArrays($"""
            DELETE FROM {table.Facets} f USING ({facets} OFFSET 0) AS u (name, value, number) -- the offset keeps the planner from another order
            WHERE f.name = u.name AND f.value = u.value AND f.number = u.number
            """);
        _moved = new FacetArrays($"""
            UPDATE {table.Facets} f SET value = u.after
            FROM (SELECT u.name, u.value, {number}, u.after FROM unnest($1, $2, $3, $4) AS u (name, value, id, after) OFFSET 0) AS u (name, value, number, after)
            WHERE f.name = u.name AND f.value = u.value AND f.number = u.number
            """);
        _moved.AddAfter();
        _periods = new PeriodStatements(table);
        _clocks = new ClockStatements(table);
        _belongings = [.. BelongingTable.Every.Select(belonging => new BelongingStatements(table, belonging))];
    }

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _new.Statement.Clear();
        _known.Statement.Clear();
        _lost.Statement.Clear();
        _gained.Statement.Clear();
        _moved.Statement.Clear();
        _periods.Clear();
        _clocks.Clear();
        foreach (var belonging in _belongings) belonging.Clear();
    }

    /// <summary>Adds a change of a row.</summary>
    public void Add(RowChange change)
    {
        if (change.Before is null) _new.Add(change.After);
        else _known.Add(change.After, change.VersionBefore);
        if (change.KeysChanged) Add(change.After.Stream.Id, [.. change.Lost], [.. change.Gained]);
        _periods.Add(change);
        _clocks.Add(change);
        foreach (var belonging in _belongings) belonging.Add(change);
    }

    /// <summary>Puts the statements that have something to do into a batch.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        _howManyKnown.TypedValue = _known.Count;
        if (_new.Count > 0) batch.BatchCommands.Add(_new.Statement.Command);
        if (_known.Count > 0) batch.BatchCommands.Add(_known.Statement.Command);
        if (_lost.Count > 0) batch.BatchCommands.Add(_lost.Statement.Command);
        if (_moved.Count > 0) batch.BatchCommands.Add(_moved.Statement.Command);
        if (_gained.Count > 0) batch.BatchCommands.Add(_gained.Statement.Command);
        _periods.AddTo(batch);
        _clocks.AddTo(batch);
        foreach (var belonging in _belongings) belonging.AddTo(batch);
    }

    /// <summary>A facet that only gets another value, as the state does most often, is one change instead of two.</summary>
    private void Add(string id, List<Facet> lost, List<Facet> gained)
    {
        foreach (var before in lost)
        {
            if (gained.Find(facet => facet.Name == before.Name) is not { } after) _lost.Add(before, id);
            else
            {
                gained.Remove(after);
                _moved.Add(before, id, after.Value);
            }
        }

        foreach (var facet in gained) _gained.Add(facet, id);
    }
}
