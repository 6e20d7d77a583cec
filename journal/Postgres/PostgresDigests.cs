using CityGrains.Journal.Digests;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>Reminders in PostgreSQL.</summary>
internal sealed class PostgresDigests(Writer<WriteSession> writer, Readers readers) : IDigests
{
    private const string Select = "SELECT office, emails, set_at, set_by FROM citygrains.office_digests";

    private const string Replace = """
        INSERT INTO citygrains.office_digests (office, emails, set_at, set_by) VALUES ($1, $2, $3, $4)
        ON CONFLICT (office) DO UPDATE SET (emails, set_at, set_by) = (excluded.emails, excluded.set_at, excluded.set_by)
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DigestSubscription>> All(CancellationToken cancel = default) =>
        await readers.Often($"{Select} ORDER BY office", [], Subscription, cancel);

    /// <inheritdoc/>
    public async Task<DigestSubscription?> Find(string office, CancellationToken cancel = default) =>
        (await readers.Often($"{Select} WHERE office = $1", [office], Subscription, cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public Task Save(DigestSubscription subscription, CancellationToken cancel = default) => writer.Step(
        session => session.Execute((Replace, [subscription.Office, string.Join('\n', subscription.Emails), RecordedEvent.Format(subscription.SetAt), subscription.SetBy])), cancel);

    /// <inheritdoc/>
    public Task Remove(string office, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(("DELETE FROM citygrains.office_digests WHERE office = $1", [office])), cancel);

    private static DigestSubscription Subscription(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1).Split('\n', StringSplitOptions.RemoveEmptyEntries), RecordedEvent.Instant(row.GetString(2)), row.GetString(3));
}
