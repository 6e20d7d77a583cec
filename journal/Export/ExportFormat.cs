using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGrains.Journal.Export;

/// <summary>
/// The whole record as JSON lines (UTF-8, a line feed after each): a header, then one event a line in the order of the feed with all stored fields
/// (<see cref="ExportLine"/>), then a line that says how many.
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

/// <summary>How the first and the last line are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ExportHeader))]
[JsonSerializable(typeof(ExportEnd))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static ExportJson() => Default = new ExportJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
