using System.Globalization;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>The numbered scripts that make the schema <c>citygrains</c> what this program expects, each applied once, forward only.</summary>
internal static class Migrations
{
    private const string Folder = "CityGrains.Journal.Postgres.Migrations.";

    /// <summary>The letters CityGrai: the advisory lock that nodes starting together take in turn.</summary>
    private const long Lock = 0x4369747947726169;

    private const string Create = """
        CREATE SCHEMA citygrains;
        CREATE TABLE citygrains.schema (version integer PRIMARY KEY, script text NOT NULL)
        """;

    /// <summary>A database restored from a dump may lie in a cluster whose transactions count from lower: new ones must still come after those of the record.</summary>
    private const string Shift = """
        UPDATE citygrains.transactions SET shift = shift + last.tx - citygrains.transaction() + 1
        FROM (SELECT tx FROM citygrains.events ORDER BY tx DESC LIMIT 1) last
        WHERE last.tx > citygrains.transaction()
        """;

    private static readonly SortedList<int, string> Scripts = Numbered();

    /// <summary>The newest schema this program knows.</summary>
    public static int Known => Scripts.Keys[^1];

    /// <summary>Brings the schema up to date in one transaction; of several nodes that start together, one does it and the others wait.</summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    public static async Task Apply(NpgsqlConnection connection, string store, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, $"SELECT pg_advisory_xact_lock({Lock.ToString(CultureInfo.InvariantCulture)})", cancel);
        if (await Number(connection, "SELECT count(*)::int FROM pg_namespace WHERE nspname = 'citygrains'", cancel) == 0) await Execute(connection, Create, cancel);
        var current = await Number(connection, "SELECT coalesce(max(version), 0) FROM citygrains.schema", cancel);
        if (current > Known) throw new StoreIsNewerException(store, current, Known);

        foreach (var (version, script) in Scripts)
        {
            if (await Number(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*)::int FROM citygrains.schema WHERE version = {version}"), cancel) == 1) continue;
            await Execute(connection, await Text(script, cancel), cancel);
            await Execute(connection, "INSERT INTO citygrains.schema (version, script) VALUES ($1, $2)", cancel, version, script[Folder.Length..]);
        }

        await Execute(connection, Shift, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<int> Number(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static SortedList<int, string> Numbered() => new(typeof(Migrations).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => int.Parse(name.AsSpan(Folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture)));

    private static async Task<string> Text(string script, CancellationToken cancel)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(script)!);
        return await reader.ReadToEndAsync(cancel);
    }
}
