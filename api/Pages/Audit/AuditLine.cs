using System.Text.Json;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Pages.Audit;

/// <summary>An event as an inspector reads it.</summary>
/// <param name="Version">Its place in its stream.</param>
/// <param name="OccurredOn">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Office">The office acted for.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Reason">Why, as whoever recorded it says.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
public sealed record AuditLine(
    long Version, DateOfRecord OccurredOn, DateTimeOffset RecordedAt, string Actor, string Office, string Sentence, SourceDocument? Source, string? Reason,
    string Hash)
{
    /// <summary>The first digits of its hash, which a person compares.</summary>
    public string ShortHash => Hash[..8];

    /// <summary>What happened, with its full stop.</summary>
    public string Ended => Sentence.EndsWith('.') ? Sentence : Sentence + ".";

    internal static AuditLine Of(RecordedEvent recorded, Reader reader, IReadOnlyDictionary<string, string> names)
    {
        var meta = JsonSerializer.Deserialize(recorded.Meta, JournalJson.Default.EventMeta)!;
        return new AuditLine(
            recorded.Version, DateOfRecord.Parse(recorded.OccurredOn), RecordedEvent.Instant(recorded.RecordedAt), meta.Actor, meta.Office,
            EventSentence.Of(reader, recorded, names), meta.Source, meta.Reason, Convert.ToHexStringLower(recorded.Hash));
    }
}
