using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CityGrains.Journal.Export;

/// <summary>An event of an export.</summary>
/// <param name="Line">Its line, from 1; the header is line 1.</param>
/// <param name="Event">The event; it is for the reader's user to check its hash.</param>
public sealed record ExportedEvent(long Line, RecordedEvent Event);

/// <summary>Reads an export, event by event.</summary>
public static class ExportReader
{
    /// <summary>Lines read ahead and parsed side by side.</summary>
    private const int Batch = 512;

    /// <summary>The events in their order. Comes to its end only when the file does, with the right last line.</summary>
    /// <exception cref="ExportFormatException">The file is no export, was cut off, or has a line that is no event.</exception>
    public static async IAsyncEnumerable<ExportedEvent> Read(Stream file, Action<ExportHeader>? header = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var line = 0L;
        ExportEnd? end = null;
        await foreach (var batch in ExportLines.Read(file, cancel).Chunk(Batch).WithCancellation(cancel))
        {
            var first = line + 1;
            var read = batch.AsParallel().AsOrdered().WithCancellation(cancel).Select((bytes, i) => Line(first + i, bytes));
            foreach (var (parsed, trouble) in read)
            {
                line++;
                if (trouble is not null) throw trouble;
                if (end is not null) throw ExportFormatException.MoreAfterEnd(line);
                if (parsed is ExportHeader begin) header?.Invoke(begin);
                else if (parsed is ExportedEvent exported) yield return exported;
                else end = (ExportEnd)parsed!;
            }
        }

        if (line == 0) throw ExportFormatException.NotAnExport(1);
        if (end is null) throw ExportFormatException.CutOff(line + 1);
        if (end.End != ExportFormat.Name || end.Events != line - 2) throw ExportFormatException.WrongCount(line, end.Events, line - 2);
    }

    /// <summary>What a line holds, or what is wrong with it.</summary>
    private static (object? Parsed, ExportFormatException? Trouble) Line(long line, byte[] bytes)
    {
        try
        {
            return line == 1 ? (Header(bytes), null)
                : bytes.AsSpan().StartsWith("{\"end\""u8) ? (Parse(line, bytes, ExportJson.Default.ExportEnd), null)
                : (new ExportedEvent(line, Event(line, bytes)), null);
        }
        catch (ExportFormatException trouble)
        {
            return (null, trouble);
        }
    }

    private static ExportHeader Header(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ExportJson.Default.ExportHeader) is { Format: ExportFormat.Name } header ? header : throw ExportFormatException.NotAnExport(1);
        }
        catch (JsonException)
        {
            throw ExportFormatException.NotAnExport(1);
        }
    }

    private static RecordedEvent Event(long line, byte[] bytes)
    {
        try
        {
            return ExportLine.Read(bytes);
        }
        catch (Exception cause) when (cause is JsonException or FormatException or InvalidOperationException)
        {
            throw ExportFormatException.Malformed(line, cause);
        }
    }

    private static T Parse<T>(long line, byte[] bytes, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("null");
        }
        catch (JsonException cause)
        {
            throw ExportFormatException.Malformed(line, cause);
        }
    }
}
