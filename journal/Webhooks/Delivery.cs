namespace CityGrains.Journal.Webhooks;

/// <summary>How an attempt to tell a receiver of an event ended.</summary>
public enum DeliveryOutcome
{
    /// <summary>It answered with a status of success.</summary>
    Delivered,

    /// <summary>It answered with another status; redirects are not followed.</summary>
    Rejected,

    /// <summary>It answered 410: it wants nothing any more.</summary>
    Gone,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It refused the connection, or broke it off, or what it answered is no HTTP.</summary>
    Unreachable,

    /// <summary>Its name is not known.</summary>
    UnknownHost,

    /// <summary>Its certificate is not trusted.</summary>
    Untrusted,

    /// <summary>Its name leads only to addresses that are not allowed.</summary>
    AddressRefused,
}

/// <summary>An event that a receiver is told of.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version.</param>
/// <param name="Type">Its name.</param>
public sealed record Told(StreamId Stream, long Version, string Type)
{
    /// <summary>That of an event.</summary>
    public static Told Of(RecordedEvent recorded) => new(recorded.Stream, recorded.Version, recorded.Type);
}

/// <summary>An attempt to tell a receiver of an event.</summary>
/// <param name="Webhook">Whom.</param>
/// <param name="What">Of what.</param>
/// <param name="At">When it began.</param>
/// <param name="Attempt">The how manieth it was, from 1.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">The HTTP status of the answer; null when there was none.</param>
/// <param name="Took">How long it took.</param>
public sealed record Delivery(string Webhook, Told What, DateTimeOffset At, int Attempt, DeliveryOutcome Outcome, int? Status, TimeSpan Took)
{
    /// <summary>Its place among all; 0 until it is stored.</summary>
    public long Number { get; init; }
}

/// <summary>An event that a receiver could not be told of, after many attempts.</summary>
/// <param name="Webhook">Whom.</param>
/// <param name="What">Of what.</param>
/// <param name="At">When the last attempt was made.</param>
/// <param name="Attempts">How many were made.</param>
/// <param name="Outcome">How the last one ended.</param>
/// <param name="Status">The HTTP status of the last answer; null when there was none.</param>
public sealed record DeadLetter(string Webhook, Told What, DateTimeOffset At, int Attempts, DeliveryOutcome Outcome, int? Status)
{
    /// <summary>Its place among all; 0 until it is stored.</summary>
    public long Number { get; init; }

    /// <summary>Somebody asks to try once more.</summary>
    public bool Requested { get; init; }
}

/// <summary>A change of a webhook.</summary>
/// <param name="Webhook">Its id.</param>
/// <param name="What"><c>created</c>, <c>enabled</c>, <c>disabled</c>, <c>redelivery-requested</c> or <c>deleted</c>.</param>
/// <param name="Detail">What belongs to it, as the address of one created; else empty.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Office">The office acted for.</param>
public sealed record WebhookChange(string Webhook, string What, string Detail, DateTimeOffset At, string Actor, string Office);
