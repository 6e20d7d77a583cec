using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CityGrains.Journal.Tests.Sqlite;

/// <summary>Everything that can be read from a store's file, by every way there is to read it: each table, each index, each word of the search.</summary>
internal static class StoreDump
{
    /// <summary>Without the tables a search index keeps its own bookkeeping in: nobody reads them but the index, and that is read word by word.</summary>
    private const string Schema = """
        SELECT m.type, m.name, m.tbl_name, coalesce(m.sql, '') FROM sqlite_master m
        WHERE NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL TABLE%' AND m.tbl_name GLOB v.name || '_*') ORDER BY m.type, m.name
        """;

    /// <summary>All of it as text; where reading fails, up to there and the reason.</summary>
    public static string Of(string file)
    {
        var dump = new StringBuilder();
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=false;Mode=ReadOnly");
            connection.Open();
            foreach (var found in Read(connection, Schema, dump)) Read(connection, Question(connection, found, dump), dump);
        }
        catch (Exception trouble) when (trouble is SqliteException or InvalidOperationException or ArgumentException)
        {
            dump.Append(trouble.Message);
        }

        return dump.ToString();
    }

    /// <summary>What is asked to read all of it.</summary>
    public static IReadOnlyList<string> Questions(SqliteConnection connection) =>
        [.. Read(connection, Schema, new StringBuilder()).Select(found => Question(connection, found, new StringBuilder()))];

    /// <summary>Reads an answer.</summary>
    public static List<string[]> Read(SqliteCommand command, StringBuilder dump)
    {
        var rows = new List<string[]>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))).ToArray();
            rows.Add(row);
            dump.AppendJoin('|', row).Append('\n');
        }

        return rows;
    }

    private static string Question(SqliteConnection connection, string[] found, StringBuilder dump)
    {
        var (type, name, table, sql) = (found[0][1..], found[1][1..], found[2][1..], found[3][1..]);
        if (type == "index")
        {
            var columns = Read(connection, $"SELECT group_concat('\"' || name || '\"') FROM pragma_index_info('{name}')", dump)[0][0][1..];
            var part = sql.IndexOf(" WHERE ", StringComparison.Ordinal) is >= 0 and var where ? sql[where..] : "";
            return $"SELECT {columns} FROM \"{table}\" INDEXED BY \"{name}\"{part} ORDER BY {columns}";
        }

        if (!sql.StartsWith("CREATE VIRTUAL TABLE", StringComparison.Ordinal)) return $"SELECT * FROM \"{name}\" NOT INDEXED";
        Read(connection, $"CREATE VIRTUAL TABLE temp.\"{name}_words\" USING fts5vocab(main, \"{name}\", instance)", dump);
        return $"SELECT * FROM temp.\"{name}_words\"";
    }

    private static List<string[]> Read(SqliteConnection connection, string sql, StringBuilder dump)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Read(command, dump);
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => "x" + Convert.ToHexString(bytes),
        DBNull => "NULL",
        string text => "'" + text,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
