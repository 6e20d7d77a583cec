using System.Globalization;
using CityGrains.Journal.Restoring;
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

    /// <summary>
    /// A database restored from a dump may lie in a cluster whose transactions count from lower: new ones must still come after those of the record.
    /// </summary>
    private const string Shift = """
        UPDATE citygrains.transactions SET shift = shift + last.tx - citygrains.transaction() + 1
        FROM (SELECT tx FROM citygrains.events ORDER BY tx DESC LIMIT 1) last
        WHERE last.tx > citygrains.transaction()
        """;

    /// <summary>A table that is there from the beginning of a restore to its end.</summary>
    private const string Unfinished = "citygrains.restoring";

    private static readonly SortedList<int, string> Scripts = Numbered();

    /// <summary>The newest schema this program knows.</summary>
    public static int Known => Scripts.Keys[^1];

    /// <summary>Brings the schema up to date in one transaction; of several nodes that start together, one does it and the others wait.</summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">A restore was not finished.</exception>
    public static async Task Apply(NpgsqlConnection connection, Database store, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, $"SELECT pg_advisory_xact_lock({Lock.ToString(CultureInfo.InvariantCulture)})", cancel);
        if (!await IsThere(connection, cancel)) await Execute(connection, Create, cancel);
        if (await IsUnfinished(connection, cancel)) throw store.Refused(RestoringPlace.Unfinished);
        await ApplyMissing(connection, store, cancel);
        await Execute(connection, Shift, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Begins anew, in one transaction, with a schema that nobody takes for a store until <see cref="Finish"/>.</summary>
    /// <exception cref="JournalUnavailableException">There is a store.</exception>
    public static async Task Begin(NpgsqlConnection connection, Database store, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, $"SELECT pg_advisory_xact_lock({Lock.ToString(CultureInfo.InvariantCulture)})", cancel);
        await MustBeEmpty(connection, store, cancel);
        await DropUnfinished(connection, cancel);
        await Execute(connection, $"{Create}; CREATE TABLE {Unfinished} ()", cancel);
        await ApplyMissing(connection, store, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>From now on it is a store.</summary>
    public static Task Finish(NpgsqlConnection connection, CancellationToken cancel) => Execute(connection, $"DROP TABLE {Unfinished}", cancel);

    /// <summary>Removes what an unfinished restore has left; nothing else.</summary>
    public static async Task DropUnfinished(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (await IsUnfinished(connection, cancel)) await Execute(connection, "DROP SCHEMA citygrains CASCADE", cancel);
    }

    /// <summary>Throws where there is a store; what an unfinished restore has left is none.</summary>
    public static async Task MustBeEmpty(NpgsqlConnection connection, Database store, CancellationToken cancel)
    {
        if (await IsThere(connection, cancel) && !await IsUnfinished(connection, cancel)) throw store.Refused(RestoringPlace.Taken);
    }

    /// <summary>Throws where there is no store, or one that this program cannot read as it is.</summary>
    /// <exception cref="StoreIsNewerException">A newer program has changed the schema.</exception>
    /// <exception cref="JournalUnavailableException">There is none, an older program's, or an unfinished restore.</exception>
    public static async Task MustBeReadable(NpgsqlConnection connection, Database store, CancellationToken cancel)
    {
        if (!await IsThere(connection, cancel)) throw store.Refused(RestoringPlace.Absent);
        if (await IsUnfinished(connection, cancel)) throw store.Refused(RestoringPlace.Unfinished);
        var current = await Current(connection, cancel);
        if (current > Known) throw new StoreIsNewerException(store.Name, current, Known);
        if (await Number(connection, "SELECT count(*)::int FROM citygrains.schema", cancel) < Scripts.Count) throw store.Refused(RestoringPlace.Older);
    }

    private static async Task<bool> IsThere(NpgsqlConnection connection, CancellationToken cancel) =>
        await Number(connection, "SELECT count(*)::int FROM pg_namespace WHERE nspname = 'citygrains'", cancel) > 0;

    private static async Task<bool> IsUnfinished(NpgsqlConnection connection, CancellationToken cancel) =>
        await Number(connection, $"SELECT count(to_regclass('{Unfinished}'))::int", cancel) > 0;

    private static Task<int> Current(NpgsqlConnection connection, CancellationToken cancel) =>
        Number(connection, "SELECT coalesce(max(version), 0) FROM citygrains.schema", cancel);

    private static async Task ApplyMissing(NpgsqlConnection connection, Database store, CancellationToken cancel)
    {
        var current = await Current(connection, cancel);
        if (current > Known) throw new StoreIsNewerException(store.Name, current, Known);

        foreach (var (version, script) in Scripts)
        {
            if (await Number(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*)::int FROM citygrains.schema WHERE version = {version}"), cancel) == 1) continue;
            await Execute(connection, await Text(script, cancel), cancel);
            await Execute(connection, "INSERT INTO citygrains.schema (version, script) VALUES ($1, $2)", cancel, version, script[Folder.Length..]);
        }
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
