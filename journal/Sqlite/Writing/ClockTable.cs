using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Writes the clocks of rows of any kind, where these change.</summary>
internal sealed class ClockTable(Connection connection)
{
    private readonly Statement _insert = connection.Prepare("""
        INSERT INTO clocks (number, clock, subject, started_by, stream, office, trigger_day, running, ended_on, ended_by, owes, about)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly Statement _delete = connection.Prepare("DELETE FROM clocks WHERE number = ? AND clock = ? AND subject = ? AND started_by = ?");

    /// <summary>Writes what a change does to the clocks of the row with that number.</summary>
    public void Write(long number, RowChange change)
    {
        foreach (var lost in change.LostClocks) _delete.Bind(1, number).Bind(2, lost.Clock).Bind(3, lost.Subject).Bind(4, lost.StartedBy).Run();
        var stream = change.After.Stream.ToString();
        foreach (var gained in change.GainedClocks) Insert(number, stream, gained);
    }

    private void Insert(long number, string stream, ClockRow clock) => _insert
        .Bind(1, number).Bind(2, clock.Clock).Bind(3, clock.Subject).Bind(4, clock.StartedBy).Bind(5, stream).Bind(6, clock.Office)
        .Bind(7, clock.Trigger).Bind(8, clock.Runs ? 1 : 0).Bind(9, clock.EndedOn).Bind(10, clock.EndedBy).Bind(11, clock.Owes).Bind(12, clock.About).Run();
}
