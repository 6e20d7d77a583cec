using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CityGrains.Bench;

/// <summary>The baseline: the events of a store, inserted again into an empty table of the same form, 1,000 a transaction.</summary>
internal static class RawInsert
{
    private const int Batch = 1000;
    private static readonly string[] Columns = ["position", "stream", "version", "type", "data", "meta", "occurred_on", "recorded_at", "command_id", "command_index", "hash"];

    public static (int Events, double Seconds) Measure(string store, string target)
    {
        var (schema, rows) = Read(store);
        using var connection = Open(target);
        foreach (var statement in schema) Execute(connection, statement);

        var clock = Stopwatch.StartNew();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO events ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})";
        foreach (var column in Columns) insert.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        insert.Prepare();
        for (var first = 0; first < rows.Count; first += Batch)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = first; i < Math.Min(first + Batch, rows.Count); i++)
            {
                for (var column = 0; column < Columns.Length; column++) insert.Parameters[column].Value = rows[i][column];
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return (rows.Count, clock.Elapsed.TotalSeconds);
    }

    private static (List<string> Schema, List<object[]> Rows) Read(string store)
    {
        using var connection = new SqliteConnection($"Data Source={store};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var schema = new List<string>();
        using (var read = connection.CreateCommand())
        {
            read.CommandText = "SELECT sql FROM sqlite_master WHERE tbl_name = 'events' AND sql IS NOT NULL ORDER BY type DESC";
            using var reader = read.ExecuteReader();
            while (reader.Read()) schema.Add(reader.GetString(0));
        }

        var rows = new List<object[]>();
        using (var read = connection.CreateCommand())
        {
            read.CommandText = $"SELECT {string.Join(", ", Columns)} FROM events ORDER BY position";
            using var reader = read.ExecuteReader();
            while (reader.Read())
            {
                var row = new object[Columns.Length];
                reader.GetValues(row);
                rows.Add(row);
            }
        }

        return (schema, rows);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL");
        Execute(connection, "PRAGMA synchronous=FULL");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
