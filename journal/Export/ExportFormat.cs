using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Journal.Keys;

namespace CityGrains.Journal.Export;

/// <summary>
/// The whole record as JSON lines (UTF-8, a line feed after each): a header; how each seal key entered; in a backup, the callers' keys and the webhooks;
/// then one event a line in the order of the feed with all stored fields (<see cref="ExportLine"/>), each checkpoint right after the last event it covers;
/// then a line that says how many events, and the SHA-256 of all bytes before it. The same record gives the same bytes on every store, but for the time in the
/// header.
/// </summary>
public static class ExportFormat
{
    /// <summary>Name and version of the format.</summary>
    public const string Name = Family + "2";

    /// <summary>The name without the version.</summary>
    internal const string Family = "citygrains-export/";

    /// <summary>How the first line begins, whatever the version.</summary>
    internal static ReadOnlySpan<byte> AnyVersion => "{\"format\":\"citygrains-export/"u8;

    /// <summary>Longest line that is read, bytes: far beyond any event.</summary>
    public const int LongestLine = 64 << 20;
}

/// <summary>The first line.</summary>
/// <param name="Format"><see cref="ExportFormat.Name"/>.</param>
/// <param name="CreatedAt">When it was written, in <see cref="RecordedEvent.InstantFormat"/>.</param>
/// <param name="Origin">Names the record as its checkpoints do; null while it has no seal.</param>
public sealed record ExportHeader(string Format, string CreatedAt, string? Origin);

/// <summary>The last line; without it the file was cut off.</summary>
/// <param name="End"><see cref="ExportFormat.Name"/>.</param>
/// <param name="Events">How many events stand before it.</param>
/// <param name="Sha256">SHA-256 of all bytes before this line, lower-case hex.</param>
public sealed record ExportEnd(string End, long Events, string Sha256);

/// <summary>A key that has sealed the record.</summary>
/// <param name="SealKey">Its statement, exactly as it was signed.</param>
internal sealed record SealKeyLine(string SealKey);

/// <summary>What the tree was at that size.</summary>
/// <param name="Checkpoint">The checkpoint, exactly as it was signed.</param>
internal sealed record CheckpointLine(string Checkpoint);

/// <summary>A key somebody signs in with, of which only the hash is kept.</summary>
/// <param name="CallerKey">The key.</param>
internal sealed record CallerKeyLine(StoredKey CallerKey);

/// <summary>Somebody who is told of what is recorded.</summary>
/// <param name="Webhook">The webhook.</param>
internal sealed record WebhookLine(KeptWebhook Webhook);

/// <summary>How the lines that are no events are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ExportHeader))]
[JsonSerializable(typeof(ExportEnd))]
[JsonSerializable(typeof(SealKeyLine))]
[JsonSerializable(typeof(CheckpointLine))]
[JsonSerializable(typeof(CallerKeyLine))]
[JsonSerializable(typeof(WebhookLine))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static ExportJson() => Default = new ExportJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
