using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Writes the rows that belong to records, where these change.</summary>
internal sealed class BelongingWriter(Connection connection, BelongingTable table)
{
    private readonly Statement _insert = connection.Prepare(
        $"INSERT INTO {table.Name} (number, stream, {table.Columns}) VALUES (?, ?, {string.Join(", ", table.All.Select(_ => "?"))})");

    private readonly Statement _delete = connection.Prepare(
        $"DELETE FROM {table.Name} WHERE number = ? AND {string.Join(" AND ", table.Key.Select(column => $"{column.Name} = ?"))}");

    /// <summary>Writes what a change does to the rows that belong to the row with that number.</summary>
    public void Write(long number, RowChange change)
    {
        foreach (var lost in change.LostOf(table)) Bind(_delete.Bind(1, number), 2, [.. lost.Values.Take(table.Key.Count)]).Run();
        var stream = change.After.Stream.ToString();
        foreach (var gained in change.GainedOf(table)) Bind(_insert.Bind(1, number).Bind(2, stream), 3, gained.Values).Run();
    }

    private static Statement Bind(Statement statement, int first, IReadOnlyList<object> values)
    {
        for (var i = 0; i < values.Count; i++) statement.Bind(first + i, values[i]);
        return statement;
    }
}
