using System.Text.Json;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Webhooks;

/// <summary>Somebody who is told of what is recorded, by HTTP.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Secret">What deliveries are signed with, see <see cref="WebhookSecret"/>.</param>
/// <param name="Starts">It is told of what comes after this place in the feed.</param>
/// <param name="CreatedAt">When it was registered, to the microsecond; tells it from another of the same id before it.</param>
/// <param name="CreatedBy">Who registered it.</param>
public sealed record Webhook(string Id, string Url, byte[] Secret, FeedCursor Starts, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>Names of events it is told of, with their version (<c>agreement-signed/1</c>) or without; empty: all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Offices whose events it is told of: those that the actor acted for; empty: all.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>False while nothing is sent.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>True when it is to be told of an event.</summary>
    public bool Wants(RecordedEvent recorded) => recorded.Stream.Kind is not StreamKind.Access && WantsType(recorded.Type) && WantsOffice(recorded.Meta);

    private bool WantsType(string type) =>
        Types.Count == 0 || Types.Contains(type, StringComparer.Ordinal) || Types.Contains(type.Split('/')[0], StringComparer.Ordinal);

    private bool WantsOffice(byte[] meta) =>
        Offices.Count == 0 || Offices.Contains(JsonSerializer.Deserialize(meta, JournalJson.Default.EventMeta)!.Office, StringComparer.Ordinal);
}
