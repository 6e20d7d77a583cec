using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CityGrains.Journal.Export;

/// <summary>Writes an export, event by event, with no more in memory than one of them.</summary>
public static class ExportWriter
{
    private const int Step = 1000;

    /// <summary>Writes all events there are when it comes to the end.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="ExportFormatException">A stored event is no text: it is damaged.</exception>
    public static async Task<long> Write(
        IAsyncEnumerable<RecordedEvent> events, ExportHeader header, Stream output, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        await using var buffered = new BufferedStream(output, 1 << 16);
        Line(buffered, header, ExportJson.Default.ExportHeader);
        var count = 0L;
        await foreach (var recorded in events.WithCancellation(cancel))
        {
            count++;
            if (!Utf8.IsValid(recorded.Data) || !Utf8.IsValid(recorded.Meta)) throw ExportFormatException.NotText(count + 1, recorded);
            Line(buffered, Of(recorded), ExportJson.Default.ExportLine);
            if (count % Step == 0) progress?.Report(count);
        }

        Line(buffered, new ExportEnd(ExportFormat.Name, count), ExportJson.Default.ExportEnd);
        await buffered.FlushAsync(cancel);
        progress?.Report(count);
        return count;
    }

    private static void Line<T>(BufferedStream output, T line, JsonTypeInfo<T> type)
    {
        output.Write(JsonSerializer.SerializeToUtf8Bytes(line, type));
        output.WriteByte((byte)'\n');
    }

    private static ExportLine Of(RecordedEvent recorded) => new(
        recorded.Position, recorded.Stream.ToString(), recorded.Version, recorded.Type, recorded.OccurredOn, recorded.RecordedAt,
        recorded.CommandId, recorded.CommandIndex, Convert.ToHexStringLower(recorded.Hash), Encoding.UTF8.GetString(recorded.Meta), Encoding.UTF8.GetString(recorded.Data));
}
