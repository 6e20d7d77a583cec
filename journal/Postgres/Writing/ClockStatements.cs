using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Writes what a batch does to the clocks of rows of one kind, after the rows themselves.</summary>
internal sealed class ClockStatements
{
    private readonly Arrays _lost;
    private readonly Arrays _gained;

    public ClockStatements(RowTable table)
    {
        const string names = "id, clock, subject, started_by, office, trigger_day, running, ended_on, ended_by, owes, about";
        const string arrays = "unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
        var number = $"(SELECT number FROM {table.Rows} r WHERE r.id = u.id)";
        _lost = new Arrays($"""
            DELETE FROM citygrains.clocks c
            USING (SELECT {number} AS number, u.clock, u.subject, u.started_by FROM {arrays} AS u ({names}) OFFSET 0) AS u -- the offset keeps the planner from another order
            WHERE c.number = u.number AND c.clock = u.clock AND c.subject = u.subject AND c.started_by = u.started_by
            """);
        _gained = new Arrays($"""
            INSERT INTO citygrains.clocks (number, stream, clock, subject, started_by, office, trigger_day, running, ended_on, ended_by, owes, about)
            SELECT {number}, '{new StreamId(table.Kind, "")}' || u.id, u.clock, u.subject, u.started_by, u.office, u.trigger_day, u.running, u.ended_on, u.ended_by, u.owes, u.about
            FROM {arrays} AS u ({names})
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
        foreach (var clock in change.LostClocks) _lost.Add(change.After.Stream.Id, clock);
        foreach (var clock in change.GainedClocks) _gained.Add(change.After.Stream.Id, clock);
    }

    /// <summary>Puts the statements that have something to do into a batch.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        if (_lost.Count > 0) batch.BatchCommands.Add(_lost.Statement.Command);
        if (_gained.Count > 0) batch.BatchCommands.Add(_gained.Statement.Command);
    }

    private sealed class Arrays
    {
        private readonly List<string?> _id, _clock, _subject, _office, _trigger, _endedOn, _owes, _about;
        private readonly List<long> _startedBy, _endedBy;
        private readonly List<short> _running;

        public Arrays(string sql)
        {
            Statement.Command.CommandText = sql;
            (_id, _clock, _subject, _startedBy) = (Statement.Texts(), Statement.Texts(), Statement.Texts(), Statement.Array<long>(NpgsqlDbType.Bigint));
            (_office, _trigger, _running) = (Statement.Texts(), Statement.Texts(), Statement.Array<short>(NpgsqlDbType.Smallint));
            (_endedOn, _endedBy, _owes, _about) = (Statement.Texts(), Statement.Array<long>(NpgsqlDbType.Bigint), Statement.Texts(), Statement.Texts());
        }

        public ArrayStatement Statement { get; } = new();

        public int Count => _id.Count;

        public void Add(string id, ClockRow clock)
        {
            _id.Add(id);
            _clock.Add(clock.Clock);
            _subject.Add(clock.Subject);
            _startedBy.Add(clock.StartedBy);
            _office.Add(clock.Office);
            _trigger.Add(clock.Trigger);
            _running.Add(clock.Runs ? (short)1 : (short)0);
            _endedOn.Add(clock.EndedOn);
            _endedBy.Add(clock.EndedBy);
            _owes.Add(clock.Owes);
            _about.Add(clock.About);
        }
    }
}
