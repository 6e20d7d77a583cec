using System.Globalization;
using System.Text.Json;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Values of a question whose SQL depends on how many there are.</summary>
internal sealed class Question
{
    private readonly List<object> _values = [];

    public Question() => Clocks = new ClockSql(Bound, (column, values) => $"{column} IN (SELECT value FROM json_each({Bound(JsonSerializer.Serialize(values, ClockJson.Default.IReadOnlyListString))}))");

    /// <summary>Conditions on clocks.</summary>
    public ClockSql Clocks { get; }

    /// <summary>Adds a value, and says how the SQL calls it.</summary>
    public string Bound(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{_values.Count}");
    }

    /// <summary>The statement, its values bound.</summary>
    public Statement For(Reader reader, string sql)
    {
        var statement = reader.For(sql);
        for (var i = 0; i < _values.Count; i++)
        {
            if (_values[i] is string text) statement.Bind(i + 1, text);
            else statement.Bind(i + 1, Convert.ToInt64(_values[i], CultureInfo.InvariantCulture));
        }

        return statement;
    }
}

/// <summary>Lists of texts as SQLite reads them.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(IReadOnlyList<string>))]
[System.Text.Json.Serialization.JsonSerializable(typeof(IReadOnlyList<long>))]
internal sealed partial class ClockJson : System.Text.Json.Serialization.JsonSerializerContext;
