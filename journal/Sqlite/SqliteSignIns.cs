using CityGrains.Journal.SignIns;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>Sessions and links in SQLite.</summary>
internal sealed class SqliteSignIns(Writer<WriteSession> writer, Readers readers) : ISignIns
{
    /// <inheritdoc/>
    public Task<StoredSignIn?> Find(SignInKind kind, ReadOnlyMemory<byte> sha256, CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => reader.For("SELECT kind, hash, key_hash, created_at, expires_at FROM sign_ins WHERE hash = ? AND kind = ?")
            .BindBlob(1, sha256.Span).Bind(2, kind.ToString()).One<StoredSignIn?>(SignIn, none: null), cancel));

    /// <inheritdoc/>
    public Task Save(StoredSignIn signIn, CancellationToken cancel = default) => writer.Step(
        session => session.Transact(() =>
        {
            Run(session.Connection, "DELETE FROM sign_ins WHERE expires_at <= ?", statement => statement.Bind(1, RecordedEvent.Format(signIn.CreatedAt)));
            Run(session.Connection, "INSERT INTO sign_ins (hash, kind, key_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)", statement => statement
                .BindBlob(1, signIn.Hash).Bind(2, signIn.Kind.ToString()).BindBlob(3, signIn.Key)
                .Bind(4, RecordedEvent.Format(signIn.CreatedAt)).Bind(5, RecordedEvent.Format(signIn.ExpiresAt)));
        }),
        cancel);

    /// <inheritdoc/>
    public async Task<bool> Remove(SignInKind kind, ReadOnlyMemory<byte> sha256, CancellationToken cancel = default) => await Write(
        "DELETE FROM sign_ins WHERE hash = ? AND kind = ?", statement => statement.BindBlob(1, sha256.Span).Bind(2, kind.ToString()), cancel) > 0;

    /// <inheritdoc/>
    public Task<int> RemoveAllOf(ReadOnlyMemory<byte> key, CancellationToken cancel = default) => Write(
        "DELETE FROM sign_ins WHERE key_hash = ?", statement => statement.BindBlob(1, key.Span), cancel);

    private async Task<int> Write(string sql, Action<Statement> bind, CancellationToken cancel)
    {
        var changed = 0;
        await writer.Step(session => session.Transact(() => changed = Run(session.Connection, sql, bind)), cancel);
        return changed;
    }

    private static int Run(Connection connection, string sql, Action<Statement> bind)
    {
        using var statement = connection.PrepareOnce(sql);
        bind(statement);
        statement.Run();
        return connection.Changes;
    }

    private static StoredSignIn SignIn(Statement row) => new(
        Enum.Parse<SignInKind>(row.Text(0)), row.Bytes(1).ToArray(), row.Bytes(2).ToArray(), RecordedEvent.Instant(row.Text(3)), RecordedEvent.Instant(row.Text(4)));
}
