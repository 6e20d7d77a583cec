using Microsoft.Data.Sqlite;

namespace CityGrains.Bench;

/// <summary>The events of a SQLite store as plain values, for baselines that write or read the very same.</summary>
internal sealed class StoredEvents
{
    /// <summary>The columns, in order.</summary>
    public static readonly string[] Columns = ["position", "stream", "version", "type", "data", "meta", "occurred_on", "recorded_at", "command_id",
        "command_index", "hash"];

    private StoredEvents(List<string> schema, List<object[]> rows) => (Schema, Rows) = (schema, rows);

    /// <summary>The statements that make the table and its indexes.</summary>
    public IReadOnlyList<string> Schema { get; }

    /// <summary>The values of each event.</summary>
    public IReadOnlyList<object[]> Rows { get; }

    /// <summary>Reads them.</summary>
    public static StoredEvents Read(string store)
    {
        using var connection = new SqliteConnection($"Data Source={store};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var schema = new List<string>();
        Each(connection, "SELECT sql FROM sqlite_master WHERE tbl_name = 'events' AND sql IS NOT NULL ORDER BY type DESC", row => schema.Add(row.GetString(0)));
        var rows = new List<object[]>();
        Each(connection, $"SELECT {string.Join(", ", Columns)} FROM events ORDER BY position", row =>
        {
            var values = new object[Columns.Length];
            row.GetValues(values);
            rows.Add(values);
        });
        return new StoredEvents(schema, rows);
    }

    /// <summary>An empty table of the same form in a file of its own, as durable as ours.</summary>
    public SqliteConnection NewTable(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var statement in Schema.Prepend("PRAGMA synchronous=FULL").Prepend("PRAGMA journal_mode=WAL"))
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }

        return connection;
    }

    /// <summary>The statement that inserts one event.</summary>
    public static SqliteCommand Insert(SqliteConnection connection)
    {
        var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO events ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})";
        foreach (var column in Columns) insert.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        insert.Prepare();
        return insert;
    }

    private static void Each(SqliteConnection connection, string sql, Action<SqliteDataReader> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) read(reader);
    }
}
