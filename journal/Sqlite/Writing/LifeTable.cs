using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Writes what has become of agreements, where it changes.</summary>
internal sealed class LifeTable(Connection connection)
{
    private readonly Statement _write = connection.Prepare(
        "INSERT INTO agreement_lives (id, life) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET life = excluded.life");

    /// <summary>Writes what a change does to a life.</summary>
    public void Write(RowChange change)
    {
        if (change.GainedLife is { } life) _write.Bind(1, change.After.Stream.Id).Bind(2, life).Run();
    }
}
