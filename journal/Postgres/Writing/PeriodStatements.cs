using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Writes what a batch does to the periods of rows of one kind, after the rows themselves.</summary>
internal sealed class PeriodStatements
{
    private readonly PeriodArrays _lost;
    private readonly PeriodArrays _gained;

    public PeriodStatements(RowTable table)
    {
        const string names = "id, ordinal, recorded_at, replaced_at, since, state, facets";
        var number = $"(SELECT number FROM {table.Rows} r WHERE r.id = u.id)";
        _lost = new PeriodArrays($"""
            DELETE FROM {table.Periods} p
            USING (SELECT {number} AS number, u.ordinal, u.recorded_at FROM unnest($1, $2, $3, $4, $5, $6, $7) AS u ({names}) OFFSET 0) AS u -- the offset keeps the planner from another order
            WHERE p.number = u.number AND p.ordinal = u.ordinal AND p.recorded_at = u.recorded_at
            """);
        _gained = new PeriodArrays($"""
            INSERT INTO {table.Periods} (number, ordinal, recorded_at, replaced_at, since, state, facets)
            SELECT {number}, u.ordinal, u.recorded_at, u.replaced_at, u.since, u.state, u.facets FROM unnest($1, $2, $3, $4, $5, $6, $7) AS u ({names})
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
        foreach (var period in change.LostPeriods) _lost.Add(change.After.Stream.Id, period);
        foreach (var period in change.GainedPeriods) _gained.Add(change.After.Stream.Id, period);
    }

    /// <summary>Puts the statements that have something to do into a batch.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        if (_lost.Count > 0) batch.BatchCommands.Add(_lost.Statement.Command);
        if (_gained.Count > 0) batch.BatchCommands.Add(_gained.Statement.Command);
    }

    private sealed class PeriodArrays
    {
        private readonly List<string?> _id, _recordedAt, _replacedAt, _since, _state, _facets;
        private readonly List<int> _ordinal;

        public PeriodArrays(string sql)
        {
            Statement.Command.CommandText = sql;
            (_id, _ordinal) = (Statement.Texts(), Statement.Array<int>(NpgsqlDbType.Integer));
            (_recordedAt, _replacedAt, _since, _state, _facets) = (
                Statement.Texts(), Statement.Texts(), Statement.Texts(), Statement.Texts(), Statement.Texts());
        }

        public ArrayStatement Statement { get; } = new();

        public int Count => _id.Count;

        public void Add(string id, PeriodRow period)
        {
            _id.Add(id);
            _ordinal.Add(period.Ordinal);
            _recordedAt.Add(period.RecordedAt);
            _replacedAt.Add(period.ReplacedAt);
            _since.Add(period.Since);
            _state.Add(period.State);
            _facets.Add(period.Facets);
        }
    }
}
