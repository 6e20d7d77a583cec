using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Moves the counters; one that reaches zero goes away, as if it had never been.</summary>
internal sealed class CounterTable(Connection connection)
{
    private readonly Statement _move = connection.Prepare("""
        INSERT INTO counters (kind, name, value, n) VALUES (?, ?, ?, ?)
        ON CONFLICT (kind, name, value) DO UPDATE SET n = n + excluded.n
        """);

    private readonly Statement _sweep = connection.Prepare("DELETE FROM counters WHERE kind = ? AND name = ? AND value = ? AND n = 0");

    /// <summary>Moves one counter.</summary>
    public void Move(Counter counter, long by)
    {
        _move.Bind(1, counter.KindName).Bind(2, counter.Name).Bind(3, counter.Value).Bind(4, by).Run();
        if (by < 0) _sweep.Bind(1, counter.KindName).Bind(2, counter.Name).Bind(3, counter.Value).Run();
    }
}
