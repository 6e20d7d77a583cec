using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Writes the periods of rows of one kind, where these change.</summary>
internal sealed class PeriodTable(Connection connection, RowTable table)
{
    private readonly Statement _insert = connection.Prepare(
        $"INSERT INTO {table.Periods} (number, ordinal, recorded_at, replaced_at, since, state, facets) VALUES (?, ?, ?, ?, ?, ?, ?)");

    private readonly Statement _delete = connection.Prepare($"DELETE FROM {table.Periods} WHERE number = ? AND ordinal = ? AND recorded_at = ?");

    /// <summary>Writes what a change does to the periods of the row with that number.</summary>
    public void Write(long number, RowChange change)
    {
        foreach (var lost in change.LostPeriods) _delete.Bind(1, number).Bind(2, lost.Ordinal).Bind(3, lost.RecordedAt).Run();
        foreach (var gained in change.GainedPeriods) Insert(number, gained);
    }

    private void Insert(long number, PeriodRow period) => _insert
        .Bind(1, number).Bind(2, period.Ordinal).Bind(3, period.RecordedAt).Bind(4, period.ReplacedAt)
        .Bind(5, period.Since).Bind(6, period.State).Bind(7, period.Facets).Run();
}
