namespace CityGrains.Journal.Webhooks;

/// <summary>
/// Who is told of what is recorded, what became of it, and who changed it. How far a receiver has been told is the delivering grain's to remember.
/// </summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached, is full or is damaged.</remarks>
public interface IWebhooks
{
    /// <summary>How many attempts are kept for each webhook.</summary>
    public const int KeptDeliveries = 1000;

    /// <summary>Every webhook, by id.</summary>
    Task<IReadOnlyList<Webhook>> All(CancellationToken cancel = default);

    /// <summary>The ids of those that are enabled.</summary>
    Task<IReadOnlyList<string>> Enabled(CancellationToken cancel = default);

    /// <summary>The webhook of an id; null when there is none.</summary>
    Task<Webhook?> Find(string id, CancellationToken cancel = default);

    /// <summary>Adds a webhook; false when its id is taken.</summary>
    Task<bool> Add(Webhook webhook, WebhookChange change, CancellationToken cancel = default);

    /// <summary>Enables or disables a webhook; false when it is so already, or there is none.</summary>
    Task<bool> Enable(string id, bool enabled, WebhookChange change, CancellationToken cancel = default);

    /// <summary>Removes a webhook with its secret, its attempts and its dead letters; false when there is none.</summary>
    Task<bool> Remove(string id, WebhookChange change, CancellationToken cancel = default);

    /// <summary>The changes of a webhook, the first one first; those of one that is gone as well.</summary>
    Task<IReadOnlyList<WebhookChange>> Changes(string id, CancellationToken cancel = default);

    /// <summary>Notes attempts, and drops the oldest beyond <see cref="KeptDeliveries"/>. Those of a webhook that is gone are not kept.</summary>
    Task Note(IReadOnlyList<Delivery> deliveries, CancellationToken cancel = default);

    /// <summary>Attempts of a webhook, the newest first, from before a number.</summary>
    Task<IReadOnlyList<Delivery>> Deliveries(string id, long before, int limit, CancellationToken cancel = default);

    /// <summary>Notes a dead letter, in the place of one of the same event.</summary>
    Task Bury(DeadLetter letter, CancellationToken cancel = default);

    /// <summary>Dead letters of a webhook, the oldest first, from after a number; only those that somebody asks to try once more, if so asked.</summary>
    Task<IReadOnlyList<DeadLetter>> DeadLetters(string id, long after, int limit, bool requested = false, CancellationToken cancel = default);

    /// <summary>Asks to try a dead letter once more, or all with <paramref name="number"/> null; answers how many it concerns.</summary>
    Task<int> Request(string id, long? number, WebhookChange change, CancellationToken cancel = default);

    /// <summary>A dead letter has been delivered: it is none any more.</summary>
    Task Settle(DeadLetter letter, CancellationToken cancel = default);
}
