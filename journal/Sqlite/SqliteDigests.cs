using CityGrains.Journal.Digests;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>Reminders in SQLite.</summary>
internal sealed class SqliteDigests(Writer<WriteSession> writer, Readers readers) : IDigests
{
    private const string Select = "SELECT office, emails, set_at, set_by FROM office_digests";

    /// <inheritdoc/>
    public Task<IReadOnlyList<DigestSubscription>> All(CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<DigestSubscription>>(readers.Read(
        reader => reader.For($"{Select} ORDER BY office").All(Subscription), cancel));

    /// <inheritdoc/>
    public Task<DigestSubscription?> Find(string office, CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => reader.For($"{Select} WHERE office = ?").Bind(1, office).One<DigestSubscription?>(Subscription, none: null), cancel));

    /// <inheritdoc/>
    public Task Save(DigestSubscription subscription, CancellationToken cancel = default) => Write(
        "INSERT OR REPLACE INTO office_digests (office, emails, set_at, set_by) VALUES (?, ?, ?, ?)",
        statement => statement.Bind(1, subscription.Office).Bind(2, string.Join('\n', subscription.Emails)).Bind(3, RecordedEvent.Format(subscription.SetAt)).Bind(4, subscription.SetBy), cancel);

    /// <inheritdoc/>
    public Task Remove(string office, CancellationToken cancel = default) =>
        Write("DELETE FROM office_digests WHERE office = ?", statement => statement.Bind(1, office), cancel);

    private Task Write(string sql, Func<Statement, Statement> bind, CancellationToken cancel) => writer.Step(
        session => session.Transact(() =>
        {
            using var statement = session.Connection.PrepareOnce(sql);
            bind(statement).Run();
        }),
        cancel);

    private static DigestSubscription Subscription(Statement row) =>
        new(row.Text(0), row.Text(1).Split('\n', StringSplitOptions.RemoveEmptyEntries), RecordedEvent.Instant(row.Text(2)), row.Text(3));
}
