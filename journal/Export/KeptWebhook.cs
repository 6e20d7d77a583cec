using CityGrains.Journal.Webhooks;

namespace CityGrains.Journal.Export;

/// <summary>
/// A webhook as a backup has it: whom to tell of what, and the secret; not how far it was told, nor whether it is enabled, which are of one place only.
/// </summary>
/// <param name="Id">Names it.</param>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Secret">What deliveries are signed with.</param>
/// <param name="Types">Names of events; empty: all.</param>
/// <param name="Offices">Offices; empty: all.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="CreatedBy">Who registered it.</param>
public sealed record KeptWebhook(
    string Id, string Url, byte[] Secret, IReadOnlyList<string> Types, IReadOnlyList<string> Offices, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>As it is kept.</summary>
    public static KeptWebhook Of(Webhook webhook) =>
        new(webhook.Id, webhook.Url, webhook.Secret, webhook.Types, webhook.Offices, webhook.CreatedAt, webhook.CreatedBy);

    /// <summary>
    /// As it is restored: silent until somebody enables it, since a copy restored for practice must not speak in the office's name; then it is told of what
    /// comes after a place.
    /// </summary>
    public Webhook Silent(FeedCursor starts) => new(Id, Url, Secret, starts, CreatedAt, CreatedBy) { Types = Types, Offices = Offices, Enabled = false };
}
