using CityGrains.Journal.Rows;
using NpgsqlTypes;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Rows of one kind, column by column, in the order of <see cref="RowTable.AllColumns"/>.</summary>
internal sealed class RowArrays
{
    private readonly RowTable _table;
    private readonly List<string?> _id;
    private readonly List<long> _version;
    private readonly List<byte[]> _hash;
    private readonly List<string?> _recordedAt;
    private readonly List<int> _format;
    private readonly List<string?> _search;
    private readonly List<byte[]> _body;
    private readonly List<string?>[] _own;
    private List<long>? _before;

    public RowArrays(RowTable table, string sql)
    {
        _table = table;
        Statement.Command.CommandText = sql;
        _id = Statement.Texts();
        _version = Statement.Array<long>(NpgsqlDbType.Bigint);
        _hash = Statement.Array<byte[]>(NpgsqlDbType.Bytea);
        _recordedAt = Statement.Texts();
        _format = Statement.Array<int>(NpgsqlDbType.Integer);
        _search = Statement.Texts();
        _body = Statement.Utf8();
        _own = [.. table.Columns.Select(_ => Statement.Texts())];
    }

    /// <summary>The statement.</summary>
    public ArrayStatement Statement { get; } = new();

    /// <summary>How many rows.</summary>
    public int Count => _id.Count;

    /// <summary>One parameter more: the version before.</summary>
    public void AddBefore() => _before = Statement.Array<long>(NpgsqlDbType.Bigint);

    /// <summary>Adds a row.</summary>
    public void Add(IRow row, long before = 0)
    {
        _id.Add(row.Stream.Id);
        _version.Add(row.Version);
        _hash.Add(row.Last.Hash);
        _recordedAt.Add(row.Last.RecordedAt);
        _format.Add(_table.Format);
        _search.Add(row.Keys.Search);
        _body.Add(row.Body);
        var values = _table.Values(row);
        for (var i = 0; i < _own.Length; i++) _own[i].Add(values[i]);
        _before?.Add(before);
    }
}

/// <summary>Facets of rows, column by column.</summary>
internal sealed class FacetArrays
{
    private readonly List<string?> _name;
    private readonly List<string?> _value;
    private readonly List<string?> _id;
    private List<string?>? _after;

    public FacetArrays(string sql)
    {
        Statement.Command.CommandText = sql;
        (_name, _value, _id) = (Statement.Texts(), Statement.Texts(), Statement.Texts());
    }

    /// <summary>The statement.</summary>
    public ArrayStatement Statement { get; } = new();

    /// <summary>How many facets.</summary>
    public int Count => _id.Count;

    /// <summary>One parameter more: the value it becomes.</summary>
    public void AddAfter() => _after = Statement.Texts();

    /// <summary>Adds a facet of the row with the id.</summary>
    public void Add(Facet facet, string id, string? after = null)
    {
        _name.Add(facet.Name);
        _value.Add(facet.Value);
        _id.Add(id);
        _after?.Add(after);
    }
}
