using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Journal.Export;

/// <summary>Writes an export, event by event, with little in memory.</summary>
public sealed class ExportWriter
{
    private const int Step = 1000;
    private const int MostWaiting = 1 << 16;

    private readonly ArrayBufferWriter<byte> _lines = new(2 * MostWaiting);
    private readonly Stream _output;
    private readonly IncrementalHash _digest;
    private long _written;

    private ExportWriter(Stream output, IncrementalHash digest) => (_output, _digest) = (output, digest);

    /// <summary>Writes a record as an auditor needs it: nothing of who may sign in.</summary>
    /// <param name="record">The record; others may go on writing it.</param>
    /// <param name="now">The time for the header.</param>
    /// <param name="output">What it is written to.</param>
    /// <param name="progress">Told how many events are written.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many events.</returns>
    /// <exception cref="ExportFormatException">A stored event is no text: it is damaged.</exception>
    public static Task<long> Write(IWholeRecord record, DateTimeOffset now, Stream output, IProgress<long>? progress = null,
        CancellationToken cancel = default) =>
        Write(record, [], [], now, output, progress, cancel);

    /// <summary>
    /// Writes a record as one needs it to go on elsewhere: with the hashes of the keys its callers sign in with, and the webhooks with their secrets.
    /// </summary>
    /// <returns>How many events.</returns>
    /// <exception cref="ExportFormatException">A stored event is no text: it is damaged.</exception>
    public static async Task<long> WriteBackup(IWholeRecord record, DateTimeOffset now, Stream output, IProgress<long>? progress = null,
        CancellationToken cancel = default) =>
        await Write(record, await record.CallerKeys(cancel), await record.Webhooks(cancel), now, output, progress, cancel);

    private static async Task<long> Write(
        IWholeRecord record, IReadOnlyList<StoredKey> callers, IReadOnlyList<Webhook> webhooks, DateTimeOffset now, Stream output, IProgress<long>? progress, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var checkpoints = await CheckpointsInOrder.Read(record.Seals, cancel);
        var keys = await record.Seals.Keys(cancel); // after the checkpoints, so the key of each is among them
        var writer = new ExportWriter(output, digest);
        writer.Line(
            new ExportHeader(ExportFormat.Name, RecordedEvent.Format(now), keys is [var first, ..] ? first.Origin : null), ExportJson.Default.ExportHeader);
        foreach (var key in keys) writer.Line(new SealKeyLine(key.Note.ToString()), ExportJson.Default.SealKeyLine);
        foreach (var caller in callers) writer.Line(new CallerKeyLine(caller), ExportJson.Default.CallerKeyLine);
        foreach (var webhook in webhooks) writer.Line(new WebhookLine(KeptWebhook.Of(webhook)), ExportJson.Default.WebhookLine);
        return await writer.Events(record.Events(cancel), checkpoints, progress, cancel);
    }

    private async Task<long> Events(IAsyncEnumerable<RecordedEvent> events, CheckpointsInOrder checkpoints, IProgress<long>? progress, CancellationToken cancel)
    {
        var count = 0L;
        await foreach (var recorded in events)
        {
            count++;
            if (!Utf8.IsValid(recorded.Data) || !Utf8.IsValid(recorded.Meta)) throw ExportFormatException.NotText(_written + 1, recorded);
            Line(recorded);
            if (await checkpoints.Of(count, cancel) is { } checkpoint) Line(new CheckpointLine(checkpoint.Note.ToString()), ExportJson.Default.CheckpointLine);
            if (_lines.WrittenCount > MostWaiting) await Send(cancel);
            if (count % Step == 0) progress?.Report(count);
        }

        await Send(cancel);
        Line(new ExportEnd(ExportFormat.Name, count, Convert.ToHexStringLower(_digest.GetCurrentHash())), ExportJson.Default.ExportEnd);
        await Send(cancel);
        progress?.Report(count);
        return count;
    }

    private async ValueTask Send(CancellationToken cancel)
    {
        _digest.AppendData(_lines.WrittenSpan);
        await _output.WriteAsync(_lines.WrittenMemory, cancel);
        _lines.ResetWrittenCount();
    }

    private void Line(RecordedEvent recorded)
    {
        using (var writer = new Utf8JsonWriter(_lines, ExportLine.Writing)) ExportLine.Write(writer, recorded);
        End();
    }

    private void Line<T>(T line, JsonTypeInfo<T> type)
    {
        _lines.Write(JsonSerializer.SerializeToUtf8Bytes(line, type));
        End();
    }

    private void End()
    {
        _lines.Write("\n"u8);
        _written++;
    }
}
