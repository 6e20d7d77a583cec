using Npgsql;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>A statement of a batch whose parameters are arrays of one length: it handles as many rows as were added since it was cleared.</summary>
internal sealed class ArrayStatement
{
    private readonly List<Action> _clear = [];

    /// <summary>What is sent.</summary>
    public NpgsqlBatchCommand Command { get; } = new();

    /// <summary>Adds the next parameter.</summary>
    public List<T> Array<T>(NpgsqlDbType type)
    {
        var values = new List<T>();
        Command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
        _clear.Add(values.Clear);
        return values;
    }

    /// <summary>Adds the next parameter, text.</summary>
    public List<string?> Texts() => Array<string?>(NpgsqlDbType.Text);

    /// <summary>Adds the next parameter, text that is UTF-8 already.</summary>
    public List<byte[]> Utf8() => Array<byte[]>(NpgsqlDbType.Text);

    /// <summary>Ready for the next batch.</summary>
    public void Clear()
    {
        foreach (var clear in _clear) clear();
    }
}
