using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>A reading connection with the statements it has run before.</summary>
internal sealed class Reader(Connection connection) : IDisposable
{
    /// <summary>Questions are few; lists with many filters could otherwise fill the memory with forms of their own.</summary>
    private const int MostStatements = 200;

    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>The statement of a question.</summary>
    public Statement For(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement;
        if (_statements.Count == MostStatements)
        {
            connection.Forget();
            _statements.Clear();
        }

        return _statements[sql] = connection.Prepare(sql);
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
