using System.Text.Json.Serialization;
using CityGrains.Domain.Record;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Api.Webhooks;

/// <summary>A webhook as administrators and auditors read it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Types">Names of events it is told of; empty: all.</param>
/// <param name="Offices">Offices whose events; empty: all.</param>
/// <param name="Enabled">False while nothing is sent.</param>
/// <param name="Starts">The place in the feed it began at.</param>
/// <param name="CreatedAt">When it was registered, UTC.</param>
/// <param name="CreatedBy">Who registered it.</param>
public sealed record WebhookView(
    string Id, string Url, IReadOnlyList<string> Types, IReadOnlyList<string> Offices, bool Enabled, string Starts, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>What deliveries are signed with; shown once, when it is registered.</summary>
    public string? Secret { get; init; }

    /// <summary>The last attempt; absent before the first.</summary>
    public DeliveryView? Last { get; init; }

    internal static WebhookView Of(Webhook webhook, Delivery? last = null) =>
        new(webhook.Id, webhook.Url, webhook.Types, webhook.Offices, webhook.Enabled, webhook.Starts.ToString(), webhook.CreatedAt, webhook.CreatedBy)
        {
            Last = last is null ? null : DeliveryView.Of(last),
        };
}

/// <summary>The webhooks there are.</summary>
/// <param name="Items">By id.</param>
public sealed record WebhookList(IReadOnlyList<WebhookView> Items);

/// <summary>An attempt to deliver an event.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Event">The event, <c>agreement/agr-2024-000123@3</c>: the <c>webhook-id</c> of the delivery.</param>
/// <param name="Type">The event's name.</param>
/// <param name="At">When it began, UTC.</param>
/// <param name="Attempt">The how manieth it was.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">The HTTP status of the answer; absent when there was none.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Said">How it ended, in words.</param>
public sealed record DeliveryView(
    long Number, string Event, string Type, DateTimeOffset At, int Attempt, DeliveryOutcome Outcome, int? Status, long Milliseconds, Sentence Said)
{
    internal static DeliveryView Of(Delivery delivery) => new(
        delivery.Number, EventOf(delivery.What), delivery.What.Type, delivery.At, delivery.Attempt, delivery.Outcome, delivery.Status,
        (long)delivery.Took.TotalMilliseconds, Outcomes.Say(delivery.Outcome, delivery.Status));

    internal static string EventOf(Told what) => $"{what.Stream}@{what.Version}";
}

/// <summary>A page of attempts.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Next">What to ask for as <c>after</c>; null on the last page.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryView> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Next);

/// <summary>An event that could not be delivered after many attempts.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Event">The event, <c>agreement/agr-2024-000123@3</c>.</param>
/// <param name="Type">The event's name.</param>
/// <param name="At">When the last attempt was made, UTC.</param>
/// <param name="Attempts">How many were made.</param>
/// <param name="Outcome">How the last one ended.</param>
/// <param name="Status">The HTTP status of the last answer; absent when there was none.</param>
/// <param name="Requested">True when it will be tried once more.</param>
/// <param name="Said">How the last one ended, in words.</param>
public sealed record DeadLetterView(
    long Number, string Event, string Type, DateTimeOffset At, int Attempts, DeliveryOutcome Outcome, int? Status, bool Requested, Sentence Said)
{
    internal static DeadLetterView Of(DeadLetter letter) => new(
        letter.Number, DeliveryView.EventOf(letter.What), letter.What.Type, letter.At, letter.Attempts, letter.Outcome, letter.Status, letter.Requested, Outcomes.Say(letter.Outcome, letter.Status));
}

/// <summary>A page of dead letters.</summary>
/// <param name="Items">The oldest first.</param>
/// <param name="Next">What to ask for as <c>after</c>; null on the last page.</param>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetterView> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Next);

/// <summary>What was asked to be delivered once more.</summary>
/// <param name="Requested">How many dead letters; each is tried once, within seconds, and is gone from the list when that succeeds.</param>
public sealed record RedeliveryView(int Requested);

/// <summary>A change of a webhook.</summary>
/// <param name="What"><c>created</c>, <c>enabled</c>, <c>disabled</c>, <c>redelivery-requested</c> or <c>deleted</c>.</param>
/// <param name="Detail">What belongs to it; may be empty.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Office">The office acted for.</param>
public sealed record WebhookChangeView(string What, string Detail, DateTimeOffset At, string Actor, string Office);

/// <summary>The changes of a webhook.</summary>
/// <param name="Items">The first one first; those of one that is gone as well.</param>
public sealed record WebhookChangeList(IReadOnlyList<WebhookChangeView> Items);
