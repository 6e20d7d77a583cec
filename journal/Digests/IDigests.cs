namespace CityGrains.Journal.Digests;

/// <summary>Which offices are reminded of their deadlines day by day, and where by mail. Addresses are no part of the record: they can be forgotten.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached, is full or is damaged.</remarks>
public interface IDigests
{
    /// <summary>Every office that is reminded, by id.</summary>
    Task<IReadOnlyList<DigestSubscription>> All(CancellationToken cancel = default);

    /// <summary>How an office is reminded; null when it is not.</summary>
    Task<DigestSubscription?> Find(string office, CancellationToken cancel = default);

    /// <summary>Has an office reminded, in the place of how it was before.</summary>
    Task Save(DigestSubscription subscription, CancellationToken cancel = default);

    /// <summary>Ends it for an office; nothing of it is kept.</summary>
    Task Remove(string office, CancellationToken cancel = default);
}

/// <summary>How an office is reminded.</summary>
/// <param name="Office">Its id.</param>
/// <param name="Emails">Mailboxes; none: webhooks and the feed alone tell of it.</param>
/// <param name="SetAt">When that was set, to the microsecond.</param>
/// <param name="SetBy">By whom.</param>
public sealed record DigestSubscription(string Office, IReadOnlyList<string> Emails, DateTimeOffset SetAt, string SetBy);
