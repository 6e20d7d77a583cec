using Orleans;

namespace CityGrains.Grains.Working;

/// <summary>Tells one receiver of what is recorded. Every node pokes it, under the webhook's id; one activation works.</summary>
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>
    /// Sees to it that what is due is being delivered, and returns at once; a slow receiver holds up nobody. What failed since the last poke is thrown.
    /// </summary>
    Task Deliver();
}

/// <summary>How far a webhook has come; losing it means that its receiver is told again of what it was told of before.</summary>
public sealed record WebhookProgress
{
    /// <summary>When the webhook was registered that this belongs to; one of the same id may have been before it.</summary>
    public DateTimeOffset? Registered { get; init; }

    /// <summary>Place in the feed: it has been told of what is before, as far as it wants to be.</summary>
    public string Seen { get; init; } = "";

    /// <summary>How often it was tried in vain to tell it of the event after that place.</summary>
    public int Attempts { get; init; }

    /// <summary>When that may be tried again.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
