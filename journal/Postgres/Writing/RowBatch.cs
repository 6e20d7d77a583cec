using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>The statements that write what appends do to rows and counters.</summary>
internal sealed class RowBatch
{
    private readonly Dictionary<StreamKind, RowStatements> _kinds = RowTable.All.ToDictionary(table => table.Kind, table => new RowStatements(table));
    private readonly LifeStatement _lives = new();
    private readonly CounterStatements _counters = new();

    /// <summary>Starts anew, with what a batch changes.</summary>
    public void Set(BatchRows rows)
    {
        rows.Count();
        foreach (var kind in _kinds.Values) kind.Clear();
        foreach (var change in rows.Changes) _kinds[change.After.Stream.Kind].Add(change);
        _lives.Set(rows.Changes);
        _counters.Set(rows.Moves);
    }

    /// <summary>Puts the statements that have something to do into a batch.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        foreach (var kind in _kinds.Values) kind.AddTo(batch);
        _lives.AddTo(batch);
        _counters.AddTo(batch);
    }

    /// <summary>Writes rows that are not there, of streams whose events are.</summary>
    public void Write(NpgsqlConnection connection, IEnumerable<IRow> rows)
    {
        var changes = new BatchRows();
        foreach (var row in rows) changes.NoteNew(row, firstPosition: 0); // the server knows it
        Set(changes);
        using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        AddTo(batch);
        batch.ExecuteNonQuery();
    }
}
