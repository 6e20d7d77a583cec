using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Export;

/// <summary>An event of an export.</summary>
/// <param name="Line">Its line, from 1; the header is line 1.</param>
/// <param name="Event">The event; it is for the reader's user to check its hash.</param>
public sealed record ExportedEvent(long Line, RecordedEvent Event);

/// <summary>Reads an export, event by event.</summary>
public static class ExportReader
{
    /// <summary>The events in their order. Comes to its end only when the file does, with the right last line.</summary>
    /// <exception cref="ExportFormatException">The file is no export, was cut off, or has a line that is no event.</exception>
    public static async IAsyncEnumerable<ExportedEvent> Read(Stream file, Action<ExportHeader>? header = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (line, ended) = (0L, false);
        await foreach (var bytes in ExportLines.Read(file, cancel))
        {
            line++;
            if (ended) throw ExportFormatException.MoreAfterEnd(line);
            if (line == 1)
            {
                var read = Header(bytes);
                header?.Invoke(read);
            }
            else if (bytes.AsSpan().StartsWith("{\"end\""u8))
            {
                var end = Parse(line, bytes, ExportJson.Default.ExportEnd);
                if (end.End != ExportFormat.Name || end.Events != line - 2) throw ExportFormatException.WrongCount(line, end.Events, line - 2);
                ended = true;
            }
            else
            {
                yield return new ExportedEvent(line, Event(line, bytes));
            }
        }

        if (line == 0) throw ExportFormatException.NotAnExport(1);
        if (!ended) throw ExportFormatException.CutOff(line + 1);
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
        var read = Parse(line, bytes, ExportJson.Default.ExportLine);
        try
        {
            return new RecordedEvent
            {
                Position = read.Position,
                Stream = StreamId.Parse(read.Stream),
                Version = read.Version,
                Type = read.Type,
                Data = Encoding.UTF8.GetBytes(read.Data),
                Meta = Encoding.UTF8.GetBytes(read.Meta),
                OccurredOn = read.OccurredOn,
                RecordedAt = read.RecordedAt,
                CommandId = read.CommandId,
                CommandIndex = read.CommandIndex,
                Hash = Convert.FromHexString(read.Hash) is { Length: MerkleHash.Length } hash ? hash : throw new FormatException("A hash has 64 hex digits."),
            };
        }
        catch (FormatException cause)
        {
            throw ExportFormatException.Malformed(line, cause);
        }
    }

    private static T Parse<T>(long line, byte[] bytes, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("null");
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            throw ExportFormatException.Malformed(line, cause);
        }
    }
}
