using System.Globalization;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>The callers' keys in PostgreSQL.</summary>
internal sealed class PostgresKeys(Writer<WriteSession> writer, Readers readers) : IKeys
{
    private const string Columns = "name, hash, roles, office, created_at, expires_at, revoked_at";
    private const string Select = $"SELECT {Columns} FROM citygrains.api_keys";

    /// <summary>A key of another name with the same hash gives way, as it does on SQLite.</summary>
    private const string Replace = $"""
        WITH same AS (DELETE FROM citygrains.api_keys WHERE hash = $2 AND name <> $1 RETURNING 1)
        INSERT INTO citygrains.api_keys ({Columns}) SELECT $1, $2, $3, $4, $5, $6, $7 FROM (SELECT count(*) FROM same) gone
        ON CONFLICT (name) DO UPDATE SET (hash, roles, office, created_at, expires_at, revoked_at)
            = (excluded.hash, excluded.roles, excluded.office, excluded.created_at, excluded.expires_at, excluded.revoked_at)
        """;

    /// <inheritdoc/>
    public async Task<StoredKey?> FindByHash(ReadOnlyMemory<byte> sha256, CancellationToken cancel = default) =>
        (await readers.Often($"{Select} WHERE hash = $1", [sha256.ToArray()], Key, cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> All(CancellationToken cancel = default) => All(readers, cancel);

    /// <inheritdoc/>
    public Task Save(StoredKey key, CancellationToken cancel = default) => writer.Step(session => session.Execute(Replacing(key)), cancel);

    /// <summary>Every key, by name.</summary>
    internal static async Task<IReadOnlyList<StoredKey>> All(Readers readers, CancellationToken cancel) =>
        await readers.Once($"{Select} ORDER BY name", [], Key, cancel);

    /// <summary>The statement that writes a key in the place of one of the same name.</summary>
    internal static (string Sql, object[] Values) Replacing(StoredKey key) => (Replace,
        [key.Name, key.Hash, string.Join(' ', key.Roles), key.Office, RecordedEvent.Format(key.CreatedAt), Text(key.ExpiresAt), Text(key.RevokedAt)]);

    private static StoredKey Key(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.GetString(3), Instant(row.GetString(4)))
    {
        ExpiresAt = row.IsDBNull(5) ? null : Instant(row.GetString(5)),
        RevokedAt = row.IsDBNull(6) ? null : Instant(row.GetString(6)),
    };

    private static object Text(DateTimeOffset? instant) => instant is { } known ? RecordedEvent.Format(known) : DBNull.Value;

    private static DateTimeOffset Instant(string written) =>
        DateTimeOffset.ParseExact(written, RecordedEvent.InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
