using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Writes what has become of agreements, where a batch changes it.</summary>
internal sealed class LifeStatement
{
    private readonly ArrayStatement _write = new();
    private readonly List<string?> _id, _life;

    public LifeStatement()
    {
        _write.Command.CommandText = """
            INSERT INTO citygrains.agreement_lives (id, life) SELECT * FROM unnest($1, $2)
            ON CONFLICT (id) DO UPDATE SET life = excluded.life
            """;
        (_id, _life) = (_write.Texts(), _write.Texts());
    }

    /// <summary>Starts anew, with what a batch changes.</summary>
    public void Set(IEnumerable<RowChange> changes)
    {
        _write.Clear();
        foreach (var change in changes.Where(change => change.GainedLife is not null))
        {
            _id.Add(change.After.Stream.Id);
            _life.Add(change.GainedLife);
        }
    }

    /// <summary>Puts the statement into a batch, if it has something to do.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        if (_id.Count > 0) batch.BatchCommands.Add(_write.Command);
    }
}
