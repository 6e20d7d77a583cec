using System.Text.Encodings.Web;
using System.Text.Json;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Feed;

/// <summary>
/// An event in the JSON format of CloudEvents 1.0 (structured mode): the facts exactly as they are stored, under <c>data</c>.
/// Extension attributes are lower case and of simple types, as the specification wants; an attribute without a value is left out.
/// </summary>
public static class CloudEvent
{
    /// <summary>Media type of one event.</summary>
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What identifies an event within a source: its stream and its version.</summary>
    public static string IdOf(RecordedEvent recorded) => $"{recorded.Stream}@{recorded.Version}";

    /// <summary>One event as bytes.</summary>
    public static byte[] ToBytes(RecordedEvent recorded, string source)
    {
        using var bytes = new MemoryStream(512 + recorded.Data.Length);
        using (var writer = new Utf8JsonWriter(bytes, Writing)) Write(writer, recorded, source);
        return bytes.ToArray();
    }

    /// <summary>Writes one event.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="recorded">The event.</param>
    /// <param name="source">Names this record: a URI-reference.</param>
    public static void Write(Utf8JsonWriter writer, RecordedEvent recorded, string source)
    {
        var meta = JsonSerializer.Deserialize(recorded.Meta, JournalJson.Default.EventMeta)!;
        writer.WriteStartObject();
        writer.WriteString("specversion", "1.0");
        writer.WriteString("id", IdOf(recorded));
        writer.WriteString("source", source);
        writer.WriteString("type", recorded.Type);
        writer.WriteString("subject", recorded.Stream.ToString());
        writer.WriteString("time", recorded.RecordedAt);
        writer.WriteString("datacontenttype", "application/json");
        writer.WriteString("occurredon", recorded.OccurredOn);
        writer.WriteNumber("recordedversion", recorded.Version);
        writer.WriteString("cursor", FeedCursor.After(recorded).ToString());
        writer.WriteString("commandid", recorded.CommandId);
        writer.WriteString("hash", Convert.ToHexStringLower(recorded.Hash));
        Extension(writer, "actor", meta.Actor);
        Extension(writer, "office", meta.Office);
        Extension(writer, "reason", meta.Reason);
        Extension(writer, "correlationid", meta.CorrelationId);
        Extension(writer, "sourcetitle", meta.Source?.Title);
        Extension(writer, "sourcereference", meta.Source?.Reference);
        if (meta.Source is { DatedOn: var dated } && dated != default) writer.WriteString("sourcedatedon", dated.ToString());
        writer.WritePropertyName("data");
        writer.WriteRawValue(recorded.Data, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static void Extension(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) writer.WriteString(name, AttributeText.Of(value));
    }
}
