using CityGrains.Journal.Writing;
using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>
/// Moves the counters, last of all and in one order on every node: nodes that move the same ones wait for each other briefly, and never in a circle.
/// One that reaches zero goes away, as if it had never been.
/// </summary>
internal sealed class CounterStatements
{
    private readonly ArrayStatement _move = new();
    private readonly ArrayStatement _sweep = new();
    private readonly List<string?> _kind, _name, _value, _sweptKind, _sweptName, _sweptValue;
    private readonly List<long> _by;

    public CounterStatements()
    {
        _move.Command.CommandText = """
            INSERT INTO citygrains.counters AS c (kind, name, value, n) SELECT * FROM unnest($1, $2, $3, $4)
            ON CONFLICT (kind, name, value) DO UPDATE SET n = c.n + excluded.n
            """;
        (_kind, _name, _value, _by) = (_move.Texts(), _move.Texts(), _move.Texts(), _move.Array<long>(NpgsqlDbType.Bigint));
        _sweep.Command.CommandText = """
            DELETE FROM citygrains.counters c USING unnest($1, $2, $3) AS u (kind, name, value)
            WHERE c.kind = u.kind AND c.name = u.name AND c.value = u.value AND c.n = 0
            """;
        (_sweptKind, _sweptName, _sweptValue) = (_sweep.Texts(), _sweep.Texts(), _sweep.Texts());
    }

    /// <summary>Starts anew, with what a batch moves.</summary>
    public void Set(IEnumerable<KeyValuePair<Counter, long>> moves)
    {
        _move.Clear();
        _sweep.Clear();
        foreach (var (counter, by) in moves.OrderBy(move => move.Key.KindName, StringComparer.Ordinal)
            .ThenBy(move => move.Key.Name, StringComparer.Ordinal).ThenBy(move => move.Key.Value, StringComparer.Ordinal))
        {
            _kind.Add(counter.KindName);
            _name.Add(counter.Name);
            _value.Add(counter.Value);
            _by.Add(by);
            if (by < 0) Sweep(counter);
        }
    }

    /// <summary>Puts the statements that have something to do into a batch.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        if (_kind.Count > 0) batch.BatchCommands.Add(_move.Command);
        if (_sweptKind.Count > 0) batch.BatchCommands.Add(_sweep.Command);
    }

    private void Sweep(Counter counter)
    {
        _sweptKind.Add(counter.KindName);
        _sweptName.Add(counter.Name);
        _sweptValue.Add(counter.Value);
    }
}
