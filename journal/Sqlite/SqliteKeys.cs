using CityGrains.Journal.Keys;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The callers' keys in SQLite.</summary>
internal sealed class SqliteKeys(Writer<WriteSession> writer, Readers readers) : IKeys
{
    private const string Select = "SELECT name, hash, roles, office, created_at, expires_at, revoked_at FROM api_keys";

    private const string Insert = """
        INSERT OR REPLACE INTO api_keys (name, hash, roles, office, created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    /// <inheritdoc/>
    public Task<StoredKey?> FindByHash(ReadOnlyMemory<byte> sha256, CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => reader.For($"{Select} WHERE hash = ?").BindBlob(1, sha256.Span).One<StoredKey?>(Key, none: null), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> All(CancellationToken cancel = default) => Task.FromResult(All(readers, cancel));

    /// <inheritdoc/>
    public Task Save(StoredKey key, CancellationToken cancel = default) =>
        writer.Step(session => session.Transact(() => Replace(session.Connection, key)), cancel);

    /// <summary>Every key, by name.</summary>
    internal static IReadOnlyList<StoredKey> All(Readers readers, CancellationToken cancel) =>
        readers.Read(reader => reader.For($"{Select} ORDER BY name").All(Key), cancel);

    /// <summary>Writes a key in the place of one of the same name.</summary>
    internal static void Replace(Connection connection, StoredKey key)
    {
        using var replace = connection.PrepareOnce(Insert);
        replace.Bind(1, key.Name).BindBlob(2, key.Hash).Bind(3, string.Join(' ', key.Roles)).Bind(4, key.Office)
            .Bind(5, RecordedEvent.Format(key.CreatedAt)).Bind(6, Text(key.ExpiresAt)).Bind(7, Text(key.RevokedAt)).Run();
    }

    private static StoredKey Key(Statement row) => new(
        row.Text(0), row.Bytes(1).ToArray(), row.Text(2).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Text(3), RecordedEvent.Instant(row.Text(4)))
    {
        ExpiresAt = row.TextOrNull(5) is { } expires ? RecordedEvent.Instant(expires) : null,
        RevokedAt = row.TextOrNull(6) is { } revoked ? RecordedEvent.Instant(revoked) : null,
    };

    private static string? Text(DateTimeOffset? instant) => instant is { } known ? RecordedEvent.Format(known) : null;
}
