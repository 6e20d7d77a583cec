using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Writes rows of one kind with their facets and words, by the difference to what they were.</summary>
internal sealed class RowWriter
{
    private readonly Connection _connection;
    private readonly RowTable _table;
    private readonly Statement _insert;
    private readonly Statement _update;
    private readonly Statement _gain;
    private readonly Statement _lose;
    private readonly Statement _old;
    private readonly Statement _find;
    private readonly Statement _forget;

    public RowWriter(Connection connection, RowTable table)
    {
        (_connection, _table) = (connection, table);
        string[] columns = [.. RowTable.Common, .. table.Columns];
        _insert = connection.Prepare($"INSERT INTO {table.Rows} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})");
        _update = connection.Prepare(
            $"UPDATE {table.Rows} SET {string.Join(", ", columns.Select((column, i) => $"{column} = ?{i + 1}"))} WHERE id = ?1 AND version = ?{columns.Length + 1}");
        _gain = connection.Prepare($"INSERT INTO {table.Facets} (name, value, id) VALUES (?, ?, ?)");
        _lose = connection.Prepare($"DELETE FROM {table.Facets} WHERE name = ? AND value = ? AND id = ?");
        _old = connection.Prepare($"SELECT number, search FROM {table.Rows} WHERE id = ?");
        _find = connection.Prepare($"INSERT INTO {table.Search} (rowid, search) VALUES (?, ?)");
        _forget = connection.Prepare($"INSERT INTO {table.Search} ({table.Search}, rowid, search) VALUES ('delete', ?, ?)");
    }

    /// <summary>Writes a change.</summary>
    /// <exception cref="RowOutOfStepException">The stored row is not what the change starts from.</exception>
    public void Write(RowChange change)
    {
        if (change.Before is null) Insert(change.After);
        else Update(change, change.After);

        var id = change.After.Stream.Id;
        foreach (var facet in change.Lost) _lose.Bind(1, facet.Name).Bind(2, facet.Value).Bind(3, id).Run();
        foreach (var facet in change.Gained) _gain.Bind(1, facet.Name).Bind(2, facet.Value).Bind(3, id).Run();
    }

    private void Insert(IRow row)
    {
        Bind(_insert, row).Run();
        _find.Bind(1, _connection.LastRowId).Bind(2, row.Keys.Search).Run();
    }

    private void Update(RowChange change, IRow row)
    {
        (long Number, string Search)? old = change.SearchChanged ? _old.Bind(1, row.Stream.Id).One(read => (read.Int64(0), read.Text(1)), (0, "")) : null;
        Bind(_update, row).Bind(RowTable.Common.Count + _table.Columns.Count + 1, change.VersionBefore).Run();
        if (_connection.Changes != 1) throw new RowOutOfStepException(row.Stream);

        if (old is not { } found) return;
        _forget.Bind(1, found.Number).Bind(2, found.Search).Run();
        _find.Bind(1, found.Number).Bind(2, row.Keys.Search).Run();
    }

    private Statement Bind(Statement statement, IRow row)
    {
        statement.Bind(1, row.Stream.Id).Bind(2, row.Version).BindBlob(3, row.Last.Hash).Bind(4, row.Last.RecordedAt)
            .Bind(5, _table.Format).Bind(6, row.Keys.Search).BindText(7, row.Body);
        _table.Bind(statement, RowTable.Common.Count + 1, row);
        return statement;
    }
}

/// <summary>The stored row of a stream is not what its events say: the rows must be rebuilt.</summary>
internal sealed class RowOutOfStepException(StreamId stream)
    : Exception($"The row of {stream} is not what its events say. Verify the store and rebuild its rows.");
