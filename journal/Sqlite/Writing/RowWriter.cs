using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Writes rows of one kind, and their words, facets and periods where these change.</summary>
internal sealed class RowWriter
{
    private readonly Connection _connection;
    private readonly RowTable _table;
    private readonly Statement _insert;
    private readonly Statement _update;
    private readonly Statement _keys;
    private readonly Statement _index;
    private readonly Statement _forget;
    private readonly LifeTable _lives;
    private readonly PeriodTable _periods;
    private readonly ClockTable _clocks;
    private readonly BelongingWriter[] _belongings;

    public RowWriter(Connection connection, RowTable table)
    {
        (_connection, _table) = (connection, table);
        _insert = connection.Prepare(
            $"INSERT INTO {table.Rows} ({string.Join(", ", table.Columns)}, number) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))}, ?)");
        var columns = string.Join(", ", table.Columns.Select((column, i) => $"{column} = ?{i + 1}"));
        _update = connection.Prepare($"UPDATE {table.Rows} SET {columns} WHERE id = ?1 AND version = ?{table.Next}");
        _keys = connection.Prepare($"SELECT number, search, facets FROM {table.Rows} WHERE id = ?");
        _index = connection.Prepare($"INSERT INTO {table.Index} (rowid, search, facets) VALUES (?, ?, ?)");
        _forget = connection.Prepare($"INSERT INTO {table.Index} ({table.Index}, rowid, search, facets) VALUES ('delete', ?, ?, ?)");
        _lives = new LifeTable(connection);
        _periods = new PeriodTable(connection, table);
        _clocks = new ClockTable(connection);
        _belongings = [.. BelongingTable.Every.Select(belonging => new BelongingWriter(connection, belonging))];
    }

    /// <summary>Writes a change.</summary>
    /// <exception cref="RowOutOfStepException">The stored row is not what the change starts from.</exception>
    public void Write(RowChange change)
    {
        var facets = FacetToken.Join(change.After.Keys.Facets);
        if (change.Before is null) Insert(change, change.After, facets);
        else Update(change, change.After, facets);
        _lives.Write(change);
    }

    private void Insert(RowChange change, IRow row, string facets)
    {
        _table.Bind(_insert, row, facets).Bind(_table.Next, change.FirstPosition).Run();
        Index(change.FirstPosition, row, facets);
        _periods.Write(change.FirstPosition, change);
        _clocks.Write(change.FirstPosition, change);
        foreach (var belonging in _belongings) belonging.Write(change.FirstPosition, change);
    }

    private void Update(RowChange change, IRow row, string facets)
    {
        var old = change.KeysChanged || change.PeriodsChanged || change.ClocksChanged || change.BelongingsChanged
            ? _keys.Bind(1, row.Stream.Id).One(read => (Number: read.Int64(0), Search: read.Text(1), Facets: read.Text(2)), default)
            : default;
        _table.Bind(_update, row, facets).Bind(_table.Next, change.VersionBefore).Run();
        if (_connection.Changes != 1) throw new RowOutOfStepException(row.Stream);
        if (change.PeriodsChanged) _periods.Write(old.Number, change);
        if (change.ClocksChanged) _clocks.Write(old.Number, change);
        if (change.BelongingsChanged)
        {
            foreach (var belonging in _belongings) belonging.Write(old.Number, change);
        }

        if (!change.KeysChanged) return;

        _forget.Bind(1, old.Number).Bind(2, old.Search).Bind(3, old.Facets).Run();
        Index(old.Number, row, facets);
    }

    private void Index(long number, IRow row, string facets) => _index.Bind(1, number).Bind(2, row.Keys.Search).Bind(3, facets).Run();
}
