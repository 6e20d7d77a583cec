using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CityGrains.Journal.Export;

/// <summary>Writes an export, event by event, with little in memory.</summary>
public static class ExportWriter
{
    private const int Step = 1000;
    private const int MostWaiting = 1 << 16;

    /// <summary>Writes all events there are when it comes to the end.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="ExportFormatException">A stored event is no text: it is damaged.</exception>
    public static async Task<long> Write(
        IAsyncEnumerable<RecordedEvent> events, ExportHeader header, Stream output, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var lines = new ArrayBufferWriter<byte>(2 * MostWaiting);
        Line(lines, header, ExportJson.Default.ExportHeader);
        var count = 0L;
        await foreach (var recorded in events.WithCancellation(cancel))
        {
            count++;
            if (!Utf8.IsValid(recorded.Data) || !Utf8.IsValid(recorded.Meta)) throw ExportFormatException.NotText(count + 1, recorded);
            Line(lines, recorded);
            if (lines.WrittenCount > MostWaiting) await Send(lines, output, cancel);
            if (count % Step == 0) progress?.Report(count);
        }

        Line(lines, new ExportEnd(ExportFormat.Name, count), ExportJson.Default.ExportEnd);
        await Send(lines, output, cancel);
        progress?.Report(count);
        return count;
    }

    private static async ValueTask Send(ArrayBufferWriter<byte> lines, Stream output, CancellationToken cancel)
    {
        await output.WriteAsync(lines.WrittenMemory, cancel);
        lines.ResetWrittenCount();
    }

    private static void Line(ArrayBufferWriter<byte> lines, RecordedEvent recorded)
    {
        using (var writer = new Utf8JsonWriter(lines, ExportLine.Writing)) ExportLine.Write(writer, recorded);
        lines.Write("\n"u8);
    }

    private static void Line<T>(ArrayBufferWriter<byte> lines, T line, JsonTypeInfo<T> type)
    {
        lines.Write(JsonSerializer.SerializeToUtf8Bytes(line, type));
        lines.Write("\n"u8);
    }
}
