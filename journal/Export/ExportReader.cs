using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Journal.Export;

/// <summary>Reads an export, line by line.</summary>
public static class ExportReader
{
    /// <summary>Lines read ahead and parsed side by side.</summary>
    private const int Batch = 512;

    /// <summary>The lines in their order. Comes to its end only when the file does, with the right last line.</summary>
    /// <exception cref="ExportFormatException">The file is no export, was cut off, or has a line that is not as it must be.</exception>
    public static async IAsyncEnumerable<ExportedLine> Read(Stream file, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (line, events) = (0L, 0L);
        ExportedLine? last = null;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var batch in ExportLines.Read(file, cancel).Chunk(Batch).WithCancellation(cancel))
        {
            var first = line + 1;
            var read = batch.AsParallel().AsOrdered().WithCancellation(cancel).Select((bytes, i) => Line(first + i, bytes));
            foreach (var (parsed, trouble) in read)
            {
                line++;
                if (last is ExportedEnd) throw ExportFormatException.MoreAfterEnd(line);
                if (trouble is not null) throw trouble;
                last = parsed switch
                {
                    ExportedEvent exported => exported with { Event = exported.Event with { Position = ++events } },
                    ExportedEnd end when end.End.End != ExportFormat.Name || end.End.Events != events =>
                        throw ExportFormatException.WrongCount(line, end.End.Events, events),
                    ExportedEnd end => end with { IsAsWritten = Convert.ToHexStringLower(digest.GetCurrentHash()) == end.End.Sha256 },
                    _ => parsed!,
                };
                digest.AppendData(batch[line - first]);
                yield return last;
            }
        }

        if (line == 0) throw ExportFormatException.NotAnExport(1);
        if (last is not ExportedEnd) throw ExportFormatException.CutOff(line + 1);
    }

    /// <summary>What a line holds, or what is wrong with it.</summary>
    private static (ExportedLine? Parsed, ExportFormatException? Trouble) Line(long line, byte[] bytes)
    {
        try
        {
            return (line == 1 ? new ExportedHeader(line, Header(bytes)) : Kind(line, bytes), null);
        }
        catch (ExportFormatException trouble)
        {
            return (null, trouble);
        }
        catch (Exception cause) when (cause is JsonException or FormatException or InvalidOperationException)
        {
            return (null, bytes is [.., (byte)'\n'] ? ExportFormatException.Malformed(line, cause) : ExportFormatException.CutOff(line));
        }
    }

    private static ExportedLine Kind(long line, byte[] bytes) =>
        Is(bytes, "{\"end\""u8) ? new ExportedEnd(line, Parse(bytes, ExportJson.Default.ExportEnd), IsAsWritten: false)
        : Is(bytes, "{\"checkpoint\""u8) ? new ExportedCheckpoint(line, Checkpoint.Parse(Parse(bytes, ExportJson.Default.CheckpointLine).Checkpoint))
        : Is(bytes, "{\"sealKey\""u8) ? new ExportedSealKey(line, KeyStatement.Parse(Parse(bytes, ExportJson.Default.SealKeyLine).SealKey))
        : Is(bytes, "{\"callerKey\""u8) ? new ExportedCallerKey(line, Parse(bytes, ExportJson.Default.CallerKeyLine).CallerKey)
        : Is(bytes, "{\"webhook\""u8) ? new ExportedWebhook(line, Parse(bytes, ExportJson.Default.WebhookLine).Webhook)
        : new ExportedEvent(line, ExportLine.Read(bytes));

    private static bool Is(byte[] line, ReadOnlySpan<byte> beginning) => line.AsSpan().StartsWith(beginning);

    private static ExportHeader Header(byte[] bytes)
    {
        try
        {
            return Parse(bytes, ExportJson.Default.ExportHeader) is { Format: ExportFormat.Name } header ? header : throw NotOurs(bytes);
        }
        catch (JsonException)
        {
            throw NotOurs(bytes);
        }
    }

    private static ExportFormatException NotOurs(byte[] bytes) =>
        Is(bytes, ExportFormat.AnyVersion) ? ExportFormatException.OtherVersion(Written(bytes)) : ExportFormatException.NotAnExport(1);

    /// <summary>The name of the format that a first line of some other version says, <c>citygrains-export/3</c>.</summary>
    private static string Written(byte[] bytes) =>
        ExportFormat.Family + new string([.. bytes.Skip(ExportFormat.AnyVersion.Length).Select(letter => (char)letter).TakeWhile(char.IsAsciiDigit)]);

    private static T Parse<T>(byte[] bytes, JsonTypeInfo<T> type) where T : class => JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("null");
}
