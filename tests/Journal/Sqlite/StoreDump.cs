using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CityGrains.Journal.Tests.Sqlite;

/// <summary>Everything that can be read from a store's file, by every way there is to read it: each table, each index, each word of the search.</summary>
internal static class StoreDump
{
    /// <summary>All of it as text; where reading fails, up to there and the reason.</summary>
    public static string Of(string file)
    {
        var dump = new StringBuilder();
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=false;Mode=ReadOnly");
            connection.Open();
            foreach (var found in Read(connection, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name", dump))
                Read(connection, found[0], found[1], found[2], found[3], dump);
        }
        catch (Exception trouble) when (trouble is SqliteException or InvalidOperationException or ArgumentException)
        {
            dump.Append(trouble.Message);
        }

        return dump.ToString();
    }

    private static void Read(SqliteConnection connection, string type, string name, string table, string sql, StringBuilder dump)
    {
        if (type == "index")
        {
            var columns = Read(connection, $"SELECT group_concat('\"' || name || '\"') FROM pragma_index_info('{name}')", dump)[0][0];
            Read(connection, $"SELECT {columns} FROM \"{table}\" INDEXED BY \"{name}\" ORDER BY {columns}", dump);
        }
        else if (sql.StartsWith("CREATE VIRTUAL TABLE", StringComparison.Ordinal))
        {
            Read(connection, $"CREATE VIRTUAL TABLE temp.\"{name}_words\" USING fts5vocab(main, \"{name}\", instance)", dump);
            Read(connection, $"SELECT * FROM temp.\"{name}_words\"", dump);
        }
        else
        {
            Read(connection, $"SELECT * FROM \"{name}\" NOT INDEXED", dump);
        }
    }

    private static List<string[]> Read(SqliteConnection connection, string sql, StringBuilder dump)
    {
        var rows = new List<string[]>();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))).ToArray();
            rows.Add(row);
            dump.AppendJoin('|', row).Append('\n');
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => "x" + Convert.ToHexString(bytes),
        DBNull => "NULL",
        string text => "'" + text,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
