using System.Globalization;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite;

/// <summary>The numbered scripts that make a store what this program expects, each applied once, forward only.</summary>
internal static class Migrations
{
    private const string Folder = "CityGrains.Journal.Sqlite.Migrations.";

    private static readonly SortedList<int, string> Scripts = Numbered();

    /// <summary>The newest schema this program knows.</summary>
    public static int Known => Scripts.Keys[^1];

    /// <summary>How many scripts make a store.</summary>
    public static int Count => Scripts.Count;

    /// <summary>Brings the store up to date in one transaction; of several processes that start together, one does it and the others wait.</summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    public static void Apply(Connection connection, string file)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            connection.Execute("CREATE TABLE IF NOT EXISTS schema (version INTEGER PRIMARY KEY, script TEXT NOT NULL)");
            var current = (int)connection.Number("SELECT coalesce(max(version), 0) FROM schema");
            if (current > Known) throw new StoreIsNewerException(file, current, Known);

            var applied = connection.Prepare("INSERT INTO schema (version, script) VALUES (?, ?)");
            foreach (var (version, script) in Scripts)
            {
                if (connection.Number(string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM schema WHERE version = {version}")) == 1) continue;
                connection.Execute(Text(script));
                applied.Bind(1, version).Bind(2, script[Folder.Length..]).Run();
            }

            connection.Execute("COMMIT");
        }
        finally
        {
            connection.Rollback();
        }
    }

    private static SortedList<int, string> Numbered() => new(typeof(Migrations).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => int.Parse(name.AsSpan(Folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture)));

    private static string Text(string script)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }
}
