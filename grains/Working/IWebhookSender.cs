using CityGrains.Journal;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Grains.Working;

/// <summary>Carries an event to a receiver. The host supplies it: grains know nothing of the way.</summary>
public interface IWebhookSender
{
    /// <summary>Tries once, for a limited time. However the receiver behaves, it is an outcome and no exception.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the receiver may have been told.</exception>
    Task<Sent> Send(Webhook webhook, RecordedEvent recorded, CancellationToken cancel);
}

/// <summary>How an attempt ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Status">The status of the answer; null when there was none.</param>
public sealed record Sent(DeliveryOutcome Outcome, int? Status = null)
{
    /// <summary>How long the receiver asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
