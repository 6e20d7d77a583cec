using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Webhooks;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The webhooks in SQLite.</summary>
internal sealed class SqliteWebhooks(Writer<WriteSession> writer, Readers readers) : IWebhooks
{
    private const string Select = "SELECT id, url, secret, types, offices, starts, enabled, created_at, created_by FROM webhooks";

    private const string SelectLetters = "SELECT number, stream, version, type, at, attempts, outcome, status, requested FROM webhook_dead_letters WHERE webhook = ? AND number > ?";

    private const string AddDelivery = """
        INSERT INTO webhook_deliveries (webhook, stream, version, type, at, attempt, outcome, status, milliseconds)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE EXISTS (SELECT 1 FROM webhooks WHERE id = ?1)
        """;

    private const string DropOldest = """
        DELETE FROM webhook_deliveries WHERE webhook = ?1 AND number <= (SELECT number FROM webhook_deliveries WHERE webhook = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)
        """;

    private const string PutLetter = """
        INSERT INTO webhook_dead_letters (webhook, stream, version, type, at, attempts, outcome, status, requested)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0 WHERE EXISTS (SELECT 1 FROM webhooks WHERE id = ?1)
        ON CONFLICT (webhook, stream, version) DO UPDATE SET (at, attempts, outcome, status, requested) = (excluded.at, excluded.attempts, excluded.outcome, excluded.status, 0)
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Webhook>> All(CancellationToken cancel = default) => Task.FromResult(All(readers, cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Enabled(CancellationToken cancel = default) =>
        Ask("SELECT id FROM webhooks WHERE enabled = 1 ORDER BY id", [], row => row.Text(0), cancel);

    /// <inheritdoc/>
    public async Task<Webhook?> Find(string id, CancellationToken cancel = default) =>
        (await Ask($"{Select} WHERE id = ?", [id], Webhook, cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<bool> Add(Webhook webhook, WebhookChange change, CancellationToken cancel = default)
    {
        if (await Find(webhook.Id, cancel) is not null) return false;
        return await Change(change, cancel, Inserting(webhook)) > 0;
    }

    /// <summary>Every webhook, by id.</summary>
    internal static IReadOnlyList<Webhook> All(Readers readers, CancellationToken cancel) =>
        readers.Read(reader => reader.For($"{Select} ORDER BY id").All(Webhook), cancel);

    /// <summary>Writes one that is not there.</summary>
    internal static void Insert(Connection connection, Webhook webhook)
    {
        var (sql, values) = Inserting(webhook);
        Run(connection, sql, values);
    }

    /// <inheritdoc/>
    public async Task<bool> Enable(string id, bool enabled, WebhookChange change, CancellationToken cancel = default) =>
        await Change(change, cancel, ("UPDATE webhooks SET enabled = ?2 WHERE id = ?1 AND enabled <> ?2", [id, enabled ? 1L : 0L])) > 0;

    /// <inheritdoc/>
    public async Task<bool> Remove(string id, WebhookChange change, CancellationToken cancel = default) => await Change(
        change, cancel, ("DELETE FROM webhooks WHERE id = ?", [id]), ("DELETE FROM webhook_deliveries WHERE webhook = ?", [id]), ("DELETE FROM webhook_dead_letters WHERE webhook = ?", [id])) > 0;

    /// <inheritdoc/>
    public Task<IReadOnlyList<WebhookChange>> Changes(string id, CancellationToken cancel = default) => Ask(
        "SELECT change, detail, at, actor, office FROM webhook_changes WHERE webhook = ? ORDER BY number", [id],
        row => new WebhookChange(id, row.Text(0), row.Text(1), RecordedEvent.Instant(row.Text(2)), row.Text(3), row.Text(4)), cancel);

    /// <inheritdoc/>
    public Task Note(IReadOnlyList<Delivery> deliveries, CancellationToken cancel = default) => Write(
        connection =>
        {
            foreach (var delivery in deliveries)
            {
                Run(connection, AddDelivery, [delivery.Webhook, delivery.What.Stream.ToString(), delivery.What.Version, delivery.What.Type, RecordedEvent.Format(delivery.At),
                    (long)delivery.Attempt, delivery.Outcome.ToString(), (long?)delivery.Status, (long)delivery.Took.TotalMilliseconds]);
            }

            foreach (var webhook in deliveries.Select(delivery => delivery.Webhook).Distinct(StringComparer.Ordinal)) Run(connection, DropOldest, [webhook, (long)IWebhooks.KeptDeliveries]);
        },
        cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> Deliveries(string id, long before, int limit, CancellationToken cancel = default) => Ask(
        "SELECT number, stream, version, type, at, attempt, outcome, status, milliseconds FROM webhook_deliveries WHERE webhook = ? AND number < ? ORDER BY number DESC LIMIT ?",
        [id, before, (long)limit],
        row => new Delivery(id, What(row), RecordedEvent.Instant(row.Text(4)), (int)row.Int64(5), Outcome(row), Status(row), TimeSpan.FromMilliseconds(row.Int64(8))) { Number = row.Int64(0) }, cancel);

    /// <inheritdoc/>
    public Task Bury(DeadLetter letter, CancellationToken cancel = default) => Write(
        connection => Run(
            connection, PutLetter, [letter.Webhook, letter.What.Stream.ToString(), letter.What.Version, letter.What.Type, RecordedEvent.Format(letter.At),
            (long)letter.Attempts, letter.Outcome.ToString(), (long?)letter.Status]),
        cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetter>> DeadLetters(string id, long after, int limit, bool requested = false, CancellationToken cancel = default) => Ask(
        $"{SelectLetters}{(requested ? " AND requested = 1" : "")} ORDER BY number LIMIT ?", [id, after, (long)limit],
        row => new DeadLetter(id, What(row), RecordedEvent.Instant(row.Text(4)), (int)row.Int64(5), Outcome(row), Status(row)) { Number = row.Int64(0), Requested = row.Int64(8) != 0 }, cancel);

    /// <inheritdoc/>
    public Task<int> Request(string id, long? number, WebhookChange change, CancellationToken cancel = default) => Change(
        change, cancel, ("UPDATE webhook_dead_letters SET requested = 1 WHERE webhook = ?1 AND (?2 IS NULL OR number = ?2)", [id, number]));

    /// <inheritdoc/>
    public Task Settle(DeadLetter letter, CancellationToken cancel = default) =>
        Write(connection => Run(connection, "DELETE FROM webhook_dead_letters WHERE webhook = ? AND number = ?", [letter.Webhook, letter.Number]), cancel);

    private static (string Sql, object?[] Values) Inserting(Webhook webhook) => (
        "INSERT OR IGNORE INTO webhooks (id, url, secret, types, offices, starts, enabled, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [webhook.Id, webhook.Url, webhook.Secret, Lines.Join(webhook.Types), Lines.Join(webhook.Offices), webhook.Starts.ToString(), webhook.Enabled ? 1L : 0L,
            RecordedEvent.Format(webhook.CreatedAt), webhook.CreatedBy]);

    /// <summary>Runs statements, and notes the change when the first of them changed anything; answers how many rows that were.</summary>
    private async Task<int> Change(WebhookChange change, CancellationToken cancel, params (string Sql, object?[] Values)[] statements)
    {
        var changed = 0;
        await Write(
            connection =>
            {
                changed = Run(connection, statements[0].Sql, statements[0].Values);
                if (changed == 0) return;
                foreach (var (sql, values) in statements.Skip(1)) Run(connection, sql, values);
                Run(connection, "INSERT INTO webhook_changes (webhook, change, detail, at, actor, office) VALUES (?, ?, ?, ?, ?, ?)",
                    [change.Webhook, change.What, change.Detail, RecordedEvent.Format(change.At), change.Actor, change.Office]);
            },
            cancel);
        return changed;
    }

    private Task Write(Action<Connection> work, CancellationToken cancel) => writer.Step(session => session.Transact(() => work(session.Connection)), cancel);

    private static int Run(Connection connection, string sql, object?[] values)
    {
        using var statement = connection.PrepareOnce(sql);
        Bind(statement, values).Run();
        return connection.Changes;
    }

    private Task<IReadOnlyList<T>> Ask<T>(string sql, object?[] values, Func<Statement, T> read, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<T>>(readers.Read(reader => Bind(reader.For(sql), values).All(read), cancel));

    private static Statement Bind(Statement statement, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is long number) statement.Bind(i + 1, number);
            else if (values[i] is byte[] bytes) statement.BindBlob(i + 1, bytes);
            else statement.Bind(i + 1, (string?)values[i]);
        }

        return statement;
    }

    private static Webhook Webhook(Statement row) =>
        new(row.Text(0), row.Text(1), row.Bytes(2).ToArray(), FeedCursor.Parse(row.Text(5)), RecordedEvent.Instant(row.Text(7)), row.Text(8))
        {
            Types = Lines.Split(row.Text(3)), Offices = Lines.Split(row.Text(4)), Enabled = row.Int64(6) != 0,
        };

    private static Told What(Statement row) => new(StreamId.Parse(row.Text(1)), row.Int64(2), row.Text(3));

    private static DeliveryOutcome Outcome(Statement row) => Enum.Parse<DeliveryOutcome>(row.Text(6));

    private static int? Status(Statement row) => row.TextOrNull(7) is null ? null : (int)row.Int64(7);
}
