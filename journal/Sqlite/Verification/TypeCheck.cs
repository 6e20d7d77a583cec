using CityGrains.Journal.Sqlite.Reading;

namespace CityGrains.Journal.Sqlite.Verification;

/// <summary>
/// Finds text that is stored as bytes, and bytes that are stored as text. SQLite reads both alike, but a question that compares them no longer finds them, and
/// its own check does not mind. The tables of search indexes are the index's business, and are compared with the rows.
/// </summary>
internal static class TypeCheck
{
    private const string Columns = """
        SELECT m.name, group_concat('typeof("' || c.name || '") = ' || iif(upper(c.type) = 'TEXT', '''blob''', '''text'''), ' OR ')
        FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND upper(c.type) IN ('TEXT', 'BLOB') AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'Orleans%'
            AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL TABLE%' AND (m.name = v.name OR m.name GLOB v.name || '_*'))
        GROUP BY m.name
        """;

    /// <summary>The tables in which a value is of the other type, by name.</summary>
    public static IReadOnlyList<string> Damaged(Reader reader) =>
    [
        .. reader.For(Columns).All(row => (Table: row.Text(0), IsOther: row.Text(1)))
            .Where(one => reader.For($"SELECT 1 FROM \"{one.Table}\" WHERE {one.IsOther} LIMIT 1").One(row => row.Int64(0), 0) == 1).Select(one => one.Table),
    ];
}
