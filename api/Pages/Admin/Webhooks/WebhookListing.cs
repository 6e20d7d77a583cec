using CityGrains.Api.Problems;
using CityGrains.Api.Webhooks;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Api.Pages.Admin.Webhooks;

/// <summary>The webhooks there are, and the form that registers one.</summary>
/// <param name="Webhooks">By id, each with whether something could not be delivered to it.</param>
/// <param name="Register">Registers one.</param>
/// <param name="Done">What has just been done.</param>
public sealed record WebhookListing(IReadOnlyList<(WebhookView Webhook, bool HasDead)> Webhooks, AdminForm Register, string? Done);

/// <summary>A webhook, what became of it, and who changed it.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Attempts">The latest attempts, the newest first.</param>
/// <param name="Letters">What could not be delivered, the oldest first.</param>
/// <param name="Changes">Who changed it, the latest first.</param>
public sealed record WebhookDetail(
    WebhookView Webhook, IReadOnlyList<DeliveryView> Attempts, IReadOnlyList<DeadLetterView> Letters, IReadOnlyList<WebhookChange> Changes)
{
    /// <summary>The letters go on after this one; null: these are all.</summary>
    public long? Next { get; init; }

    /// <summary>These are not the first letters.</summary>
    public bool After { get; init; }

    /// <summary>What has just been done.</summary>
    public string? Done { get; init; }

    /// <summary>Why something was refused.</summary>
    public Problem? Problem { get; init; }
}
