using System.Text.Encodings.Web;
using System.Text.Json;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Export;

/// <summary>
/// An event as a line: <c>stream</c>, <c>version</c>, <c>type</c>, <c>occurredOn</c>, <c>recordedAt</c>,
/// <c>commandId</c>, <c>commandIndex</c>, <c>hash</c> (lower-case hex), <c>meta</c>, <c>data</c>, always in this order.
/// Meta and data are strings that hold the JSON exactly as it was hashed, so that tools which write JSON in another way change nothing.
/// </summary>
internal static class ExportLine
{
    /// <summary>How it is written: letters stay letters.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an event.</summary>
    public static void Write(Utf8JsonWriter line, RecordedEvent recorded)
    {
        line.WriteStartObject();
        line.WriteString("stream"u8, recorded.Stream.ToString());
        line.WriteNumber("version"u8, recorded.Version);
        line.WriteString("type"u8, recorded.Type);
        line.WriteString("occurredOn"u8, recorded.OccurredOn);
        line.WriteString("recordedAt"u8, recorded.RecordedAt);
        line.WriteString("commandId"u8, recorded.CommandId);
        line.WriteNumber("commandIndex"u8, recorded.CommandIndex);
        line.WriteString("hash"u8, Convert.ToHexStringLower(recorded.Hash));
        line.WriteString("meta"u8, recorded.Meta);
        line.WriteString("data"u8, recorded.Data);
        line.WriteEndObject();
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">The line is no such object.</exception>
    /// <exception cref="FormatException">A value is not of its form.</exception>
    /// <exception cref="InvalidOperationException">A value is of another kind, or its text is no Unicode.</exception>
    public static RecordedEvent Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        Next(ref reader, JsonTokenType.StartObject);
        var recorded = new RecordedEvent
        {
            Stream = StreamId.Parse(Value(ref reader, "stream"u8).GetString()!),
            Version = Value(ref reader, "version"u8).GetInt64(),
            Type = Value(ref reader, "type"u8).GetString()!,
            OccurredOn = Value(ref reader, "occurredOn"u8).GetString()!,
            RecordedAt = Value(ref reader, "recordedAt"u8).GetString()!,
            CommandId = Value(ref reader, "commandId"u8).GetGuid(),
            CommandIndex = Value(ref reader, "commandIndex"u8).GetInt32(),
            Hash = Hash(Value(ref reader, "hash"u8)),
            Meta = Bytes(Value(ref reader, "meta"u8)),
            Data = Bytes(Value(ref reader, "data"u8)),
        };
        Next(ref reader, JsonTokenType.EndObject);
        return reader.Read() ? throw new JsonException("Something stands after the event.") : recorded;
    }

    private static ref Utf8JsonReader Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        Next(ref reader, JsonTokenType.PropertyName);
        if (!reader.ValueTextEquals(name)) throw new JsonException($"Expected '{System.Text.Encoding.UTF8.GetString(name)}' next.");
        if (!reader.Read() || reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) throw new JsonException("Expected text or a number.");
        return ref reader;
    }

    private static void Next(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token) throw new JsonException($"Expected {token}.");
    }

    private static byte[] Bytes(scoped in Utf8JsonReader value)
    {
        var bytes = new byte[value.ValueSpan.Length];
        return bytes[..value.CopyString(bytes)];
    }

    private static byte[] Hash(scoped in Utf8JsonReader value)
    {
        var hash = new byte[MerkleHash.Length];
        return Convert.FromHexString(value.ValueSpan, hash, out _, out var written) is System.Buffers.OperationStatus.Done && written == hash.Length
            ? hash
            : throw new FormatException("A hash has 64 hex digits.");
    }
}
