using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Webhooks;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>The webhooks in PostgreSQL.</summary>
internal sealed class PostgresWebhooks(Writer<WriteSession> writer, Readers readers) : IWebhooks
{
    private const string Columns = "id, url, secret, types, offices, starts, enabled, created_at, created_by";
    private const string Select = $"SELECT {Columns} FROM citygrains.webhooks";

    /// <summary>Follows a statement <c>changed</c>, whose own values come after these.</summary>
    private const string AddChange = "INSERT INTO citygrains.webhook_changes (webhook, change, detail, at, actor, office) SELECT $1, $2, $3, $4, $5, $6";

    private const string AddDeliveries = """
        INSERT INTO citygrains.webhook_deliveries (webhook, stream, version, type, at, attempt, outcome, status, milliseconds)
        SELECT d.* FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS d (webhook, stream, version, type, at, attempt, outcome, status, milliseconds)
        WHERE EXISTS (SELECT FROM citygrains.webhooks w WHERE w.id = d.webhook)
        """;

    private const string DropOldest = """
        DELETE FROM citygrains.webhook_deliveries WHERE webhook = $1
        AND number <= (SELECT number FROM citygrains.webhook_deliveries WHERE webhook = $1 ORDER BY number DESC LIMIT 1 OFFSET $2)
        """;

    private const string PutLetter = """
        INSERT INTO citygrains.webhook_dead_letters (webhook, stream, version, type, at, attempts, outcome, status, requested)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8::integer, false WHERE EXISTS (SELECT FROM citygrains.webhooks WHERE id = $1)
        ON CONFLICT (webhook, stream, version) DO UPDATE
        SET (at, attempts, outcome, status, requested) = (excluded.at, excluded.attempts, excluded.outcome, excluded.status, false)
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> All(CancellationToken cancel = default) => All(readers, cancel);

    /// <summary>Every webhook, by id.</summary>
    internal static async Task<IReadOnlyList<Webhook>> All(Readers readers, CancellationToken cancel) =>
        await readers.Once($"{Select} ORDER BY id", [], Webhook, cancel);

    /// <summary>The statement that writes one that is not there.</summary>
    internal static (string Sql, object[] Values) Inserting(Webhook webhook) =>
        ($"INSERT INTO citygrains.webhooks ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", Values(webhook));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Enabled(CancellationToken cancel = default) =>
        await readers.Often("SELECT id FROM citygrains.webhooks WHERE enabled ORDER BY id", [], row => row.GetString(0), cancel);

    /// <inheritdoc/>
    public async Task<Webhook?> Find(string id, CancellationToken cancel = default) =>
        (await readers.Often($"{Select} WHERE id = $1", [id], Webhook, cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<bool> Add(Webhook webhook, WebhookChange change, CancellationToken cancel = default) => await Change(
        change,
        $"INSERT INTO citygrains.webhooks ({Columns}) VALUES ($7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING RETURNING id",
        Values(webhook),
        cancel) > 0;

    /// <inheritdoc/>
    public async Task<bool> Enable(string id, bool enabled, WebhookChange change, CancellationToken cancel = default) =>
        await Change(change, "UPDATE citygrains.webhooks SET enabled = $8 WHERE id = $7 AND enabled <> $8 RETURNING id", [id, enabled], cancel) > 0;

    /// <inheritdoc/>
    public async Task<bool> Remove(string id, WebhookChange change, CancellationToken cancel = default) => await Change(
        change,
        """
        DELETE FROM citygrains.webhooks WHERE id = $7 RETURNING id),
        deliveries AS (DELETE FROM citygrains.webhook_deliveries WHERE webhook = $7),
        letters AS (DELETE FROM citygrains.webhook_dead_letters WHERE webhook = $7
        """,
        [id], cancel) > 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WebhookChange>> Changes(string id, CancellationToken cancel = default) => await readers.Once(
        "SELECT change, detail, at, actor, office FROM citygrains.webhook_changes WHERE webhook = $1 ORDER BY number", [id],
        row => new WebhookChange(id, row.GetString(0), row.GetString(1), RecordedEvent.Instant(row.GetString(2)), row.GetString(3), row.GetString(4)), cancel);

    /// <inheritdoc/>
    public Task Note(IReadOnlyList<Delivery> deliveries, CancellationToken cancel = default) => writer.Step(
        session => session.Execute([
            (AddDeliveries, [
                All(deliveries, delivery => delivery.Webhook), All(deliveries, delivery => delivery.What.Stream.ToString()),
                All(deliveries, delivery => delivery.What.Version),
                All(deliveries, delivery => delivery.What.Type), All(deliveries, delivery => RecordedEvent.Format(delivery.At)),
                All(deliveries, delivery => delivery.Attempt),
                All(deliveries, delivery => delivery.Outcome.ToString()), All(deliveries, delivery => delivery.Status), All(deliveries, delivery => (long)delivery.Took.TotalMilliseconds)]),
            .. deliveries.Select(delivery => delivery.Webhook).Distinct(StringComparer.Ordinal)
                .Select(webhook => (DropOldest, new object[] { webhook, (long)IWebhooks.KeptDeliveries })),
        ]),
        cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Delivery>> Deliveries(string id, long before, int limit, CancellationToken cancel = default) => await readers.Often(
        """
        SELECT number, stream, version, type, at, attempt, outcome, status, milliseconds FROM citygrains.webhook_deliveries
        WHERE webhook = $1 AND number < $2 ORDER BY number DESC LIMIT $3
        """,
        [id, before, limit],
        row => new Delivery(id, What(row), RecordedEvent.Instant(row.GetString(4)), row.GetInt32(5), Outcome(row), Status(row), TimeSpan.FromMilliseconds(row.GetInt64(8))) { Number = row.GetInt64(0) }, cancel);

    /// <inheritdoc/>
    public Task Bury(DeadLetter letter, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(
            (PutLetter, [letter.Webhook, letter.What.Stream.ToString(), letter.What.Version, letter.What.Type, RecordedEvent.Format(letter.At),
            letter.Attempts, letter.Outcome.ToString(), (object?)letter.Status ?? DBNull.Value])),
        cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> DeadLetters(string id, long after, int limit, bool requested = false, CancellationToken cancel = default) => await readers.Often(
        $"""
        SELECT number, stream, version, type, at, attempts, outcome, status, requested FROM citygrains.webhook_dead_letters
        WHERE webhook = $1 AND number > $2{(requested ? " AND requested" : "")} ORDER BY number LIMIT $3
        """,
        [id, after, limit],
        row => new DeadLetter(id, What(row), RecordedEvent.Instant(row.GetString(4)), row.GetInt32(5), Outcome(row), Status(row)) { Number = row.GetInt64(0), Requested = row.GetBoolean(8) }, cancel);

    /// <inheritdoc/>
    public async Task<int> Request(string id, long? number, WebhookChange change, CancellationToken cancel = default)
    {
        const string asked = "webhook = $1 AND ($2::bigint IS NULL OR number = $2)";
        object[] values = [id, (object?)number ?? DBNull.Value];
        var changed = 0;
        await writer.Step(
            session => changed = session.Execute(
                ($"UPDATE citygrains.webhook_dead_letters SET requested = true WHERE {asked}", values),
                ($"""
                INSERT INTO citygrains.webhook_changes (webhook, change, detail, at, actor, office)
                SELECT $3, $4, $5, $6, $7, $8 WHERE EXISTS (SELECT FROM citygrains.webhook_dead_letters WHERE {asked})
                """, [.. values, .. Values(change)])),
            cancel);
        return Math.Max(0, changed - 1); // the change is a row of its own
    }

    /// <inheritdoc/>
    public Task Settle(DeadLetter letter, CancellationToken cancel = default) => writer.Step(
        session => session.Execute(("DELETE FROM citygrains.webhook_dead_letters WHERE webhook = $1 AND number = $2", [letter.Webhook, letter.Number])), cancel);

    /// <summary>Runs a statement, and notes the change for each row it changed, in one; answers how many those were.</summary>
    private async Task<int> Change(WebhookChange change, string sql, object[] values, CancellationToken cancel)
    {
        var changed = 0;
        await writer.Step(session => changed = session.Execute(($"WITH changed AS ({sql}) {AddChange} FROM changed", [.. Values(change), .. values])), cancel);
        return changed;
    }

    private static object[] Values(Webhook webhook) =>
    [
        webhook.Id, webhook.Url, webhook.Secret, Lines.Join(webhook.Types), Lines.Join(webhook.Offices), webhook.Starts.ToString(), webhook.Enabled,
        RecordedEvent.Format(webhook.CreatedAt), webhook.CreatedBy,
    ];

    private static object[] Values(WebhookChange change) =>
        [change.Webhook, change.What, change.Detail, RecordedEvent.Format(change.At), change.Actor, change.Office];

    private static T[] All<T>(IReadOnlyList<Delivery> deliveries, Func<Delivery, T> part) => [.. deliveries.Select(part)];

    private static Webhook Webhook(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), FeedCursor.Parse(row.GetString(5)), RecordedEvent.Instant(row.GetString(7)),
            row.GetString(8))
        {
            Types = Lines.Split(row.GetString(3)), Offices = Lines.Split(row.GetString(4)), Enabled = row.GetBoolean(6),
        };

    private static Told What(NpgsqlDataReader row) => new(StreamId.Parse(row.GetString(1)), row.GetInt64(2), row.GetString(3));

    private static DeliveryOutcome Outcome(NpgsqlDataReader row) => Enum.Parse<DeliveryOutcome>(row.GetString(6));

    private static int? Status(NpgsqlDataReader row) => row.IsDBNull(7) ? null : row.GetInt32(7);
}
