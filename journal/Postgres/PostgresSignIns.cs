using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.SignIns;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>Sessions and links in PostgreSQL.</summary>
internal sealed class PostgresSignIns(Writer<WriteSession> writer, Readers readers) : ISignIns
{
    /// <inheritdoc/>
    public async Task<StoredSignIn?> Find(SignInKind kind, ReadOnlyMemory<byte> sha256, CancellationToken cancel = default) => (await readers.Often(
        "SELECT kind, hash, key_hash, created_at, expires_at FROM citygrains.sign_ins WHERE hash = $1 AND kind = $2", [sha256.ToArray(), kind.ToString()], SignIn, cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public Task Save(StoredSignIn signIn, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(
            ("DELETE FROM citygrains.sign_ins WHERE expires_at <= $1", [RecordedEvent.Format(signIn.CreatedAt)]),
            ("INSERT INTO citygrains.sign_ins (hash, kind, key_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
                [signIn.Hash, signIn.Kind.ToString(), signIn.Key, RecordedEvent.Format(signIn.CreatedAt), RecordedEvent.Format(signIn.ExpiresAt)])),
        cancel);

    /// <inheritdoc/>
    public async Task<bool> Remove(SignInKind kind, ReadOnlyMemory<byte> sha256, CancellationToken cancel = default) =>
        await Write("DELETE FROM citygrains.sign_ins WHERE hash = $1 AND kind = $2", [sha256.ToArray(), kind.ToString()], cancel) > 0;

    /// <inheritdoc/>
    public Task<int> RemoveAllOf(ReadOnlyMemory<byte> key, CancellationToken cancel = default) =>
        Write("DELETE FROM citygrains.sign_ins WHERE key_hash = $1", [key.ToArray()], cancel);

    private async Task<int> Write(string sql, object[] values, CancellationToken cancel)
    {
        var changed = 0;
        await writer.Step(session => changed = session.Execute((sql, values)), cancel);
        return changed;
    }

    private static StoredSignIn SignIn(NpgsqlDataReader row) => new(
        Enum.Parse<SignInKind>(row.GetString(0)), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), RecordedEvent.Instant(row.GetString(3)), RecordedEvent.Instant(row.GetString(4)));
}
