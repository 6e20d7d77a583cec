using System.Globalization;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;

namespace CityGrains.Journal.Sqlite.Verification;

/// <summary>
/// Compares what a store says of itself (tables, indexes, triggers, scripts applied, formats of rows) with what the program's own scripts make of an empty one.
/// Values are compared as SQL writes them, since text that is stored as bytes is another value.
/// </summary>
internal static class SchemaCheck
{
    /// <summary>The runtime's own tables are not ours to judge; a trigger of that name on one of ours is.</summary>
    private const string Objects = """
        SELECT type || ' ' || name || ' of ' || tbl_name, quote(type) || quote(name) || quote(tbl_name) || quote(sql) FROM sqlite_master WHERE tbl_name NOT LIKE 'Orleans%'
        """;

    private const string Scripts = "SELECT 'script ' || version, quote(version) || quote(script) FROM schema";
    private const string Formats = "SELECT 'row format of ' || kind, quote(kind) || quote(format) FROM row_formats";

    private static readonly Lazy<Dictionary<string, string>> Made = new(Make);

    /// <summary>What is there and should not be, is not there and should be, or is another; by name.</summary>
    public static IReadOnlyList<string> Differences(Reader reader)
    {
        var stored = reader.For(Objects).All(Named).Concat(reader.For(Scripts).All(Named)).Concat(reader.For(Formats).All(Named)).ToList();
        return
        [
            .. stored.Where(one => !Made.Value.TryGetValue(one.Name, out var text) || text != one.Text).Select(one => one.Name),
            .. Made.Value.Keys.Except(stored.Select(one => one.Name), StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, string> Make()
    {
        const string memory = ":memory:";
        var connection = Connection.Open(memory);
        using var reader = new Reader(connection);
        Migrations.Apply(connection, memory);
        var made = reader.For(Objects).All(Named).Concat(reader.For(Scripts).All(Named)).ToDictionary(one => one.Name, one => one.Text, StringComparer.Ordinal);
        foreach (var table in RowTable.All) made.Add($"row format of {StreamId.NameOf(table.Kind)}", string.Create(CultureInfo.InvariantCulture, $"'{StreamId.NameOf(table.Kind)}'{table.Format}"));
        return made;
    }

    private static (string Name, string Text) Named(Statement row) => (row.Text(0), row.Text(1));
}
