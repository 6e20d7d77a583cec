using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Writes what a batch does to the rows of one table that belong to rows of one kind, after those.</summary>
internal sealed class BelongingStatements
{
    private readonly BelongingTable _table;
    private readonly Arrays _lost;
    private readonly Arrays _gained;

    public BelongingStatements(RowTable records, BelongingTable table)
    {
        _table = table;
        var number = $"(SELECT number FROM {records.Rows} r WHERE r.id = u.id)";
        var key = string.Join(", ", table.Key.Select(column => column.Name));
        _lost = new Arrays(table.Key, arrays => $"""
            DELETE FROM citygrains.{table.Name} b
            USING (SELECT {number} AS number, {key} FROM {arrays} AS u (id, {key}) OFFSET 0) AS u -- the offset keeps the planner from another order
            WHERE b.number = u.number AND {string.Join(" AND ", table.Key.Select(column => $"b.{column.Name} = u.{column.Name}"))}
            """);
        _gained = new Arrays(table.All, arrays => $"""
            INSERT INTO citygrains.{table.Name} (number, stream, {table.Columns})
            SELECT {number}, '{new StreamId(records.Kind, "")}' || u.id, {string.Join(", ", table.All.Select(column => $"u.{column.Name}"))} FROM {arrays} AS u (id, {table.Columns})
            """);
    }

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _lost.Statement.Clear();
        _gained.Statement.Clear();
    }

    /// <summary>Adds a change of a row.</summary>
    public void Add(RowChange change)
    {
        foreach (var lost in change.LostOf(_table)) _lost.Add(change.After.Stream.Id, lost);
        foreach (var gained in change.GainedOf(_table)) _gained.Add(change.After.Stream.Id, gained);
    }

    /// <summary>Puts the statements that have something to do into a batch.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        if (_lost.Count > 0) batch.BatchCommands.Add(_lost.Statement.Command);
        if (_gained.Count > 0) batch.BatchCommands.Add(_gained.Statement.Command);
    }

    /// <summary>Rows column by column: the id of the record, and the first columns of the table.</summary>
    private sealed class Arrays
    {
        private readonly List<string?> _id;
        private readonly Action<object>[] _columns;

        public Arrays(IReadOnlyList<BelongingColumn> columns, Func<string, string> sql)
        {
            _id = Statement.Texts();
            _columns = [.. columns.Select(Column)];
            Statement.Command.CommandText = sql($"unnest({string.Join(", ", Enumerable.Range(1, columns.Count + 1).Select(i => $"${i}"))})");
        }

        public ArrayStatement Statement { get; } = new();

        public int Count => _id.Count;

        public void Add(string id, IBelonging row)
        {
            _id.Add(id);
            for (var i = 0; i < _columns.Length; i++) _columns[i](row.Values[i]);
        }

        private Action<object> Column(BelongingColumn column)
        {
            if (column.IsWhole)
            {
                var numbers = Statement.Array<long>(NpgsqlDbType.Bigint);
                return value => numbers.Add((long)value);
            }

            var texts = Statement.Texts();
            return value => texts.Add((string)value);
        }
    }
}
