using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGrains.Journal.Export;

/// <summary>
/// The whole record as JSON lines (UTF-8, a line feed after each): a header, then one event a line in the order of the feed with all stored fields, then a line that says how many.
/// Facts and meta are strings that hold the JSON exactly as it was hashed, so that tools which write JSON in another way change nothing.
/// </summary>
public static class ExportFormat
{
    /// <summary>Name and version of the format.</summary>
    public const string Name = "citygrains-export/1";

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
/// <param name="Events">How many lines of events stand before it.</param>
public sealed record ExportEnd(string End, long Events);

/// <summary>A line in between: an event.</summary>
/// <param name="Position">Its position in the store it comes from; not hashed.</param>
/// <param name="Stream">Its stream, <c>agreement/agr-2024-000123</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Type">Its stable name.</param>
/// <param name="OccurredOn">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="CommandId">The command it came from.</param>
/// <param name="CommandIndex">Its place among the events of that command.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
/// <param name="Meta">Its meta, the text as it was hashed.</param>
/// <param name="Data">Its facts, likewise.</param>
public sealed record ExportLine(
    long Position, string Stream, long Version, string Type, string OccurredOn, string RecordedAt, Guid CommandId, int CommandIndex, string Hash, string Meta, string Data);

/// <summary>How the lines are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ExportHeader))]
[JsonSerializable(typeof(ExportEnd))]
[JsonSerializable(typeof(ExportLine))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static ExportJson() => Default = new ExportJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
