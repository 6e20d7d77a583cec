using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Journal;
using CityGrains.Journal.Feed;

namespace CityGrains.Api.Feed;

/// <summary>
/// Writes server-sent events (WHATWG HTML, 9.2) to one reader. What it has not taken is bounded by the connection's buffer; then writing waits, and not for
/// ever.
/// </summary>
internal sealed class EventStreamWriter(PipeWriter output, string source, TimeSpan patience, TimeProvider time)
{
    /// <summary>Media type of the stream.</summary>
    public const string ContentType = "text/event-stream";

    private const int FlushEvery = 32 * 1024;

    private long _unsent;

    /// <summary>When something was last sent, as <see cref="TimeProvider.GetTimestamp"/> tells.</summary>
    public long LastSent { get; private set; } = time.GetTimestamp();

    /// <summary>One event: its cursor as the id that a reader comes back with, its CloudEvent on one line of data.</summary>
    /// <exception cref="SlowReaderException">The reader took nothing for too long.</exception>
    public async ValueTask Event(RecordedEvent recorded, CancellationToken cancel)
    {
        Write(recorded);
        if (_unsent >= FlushEvery) await Flush(cancel);
    }

    /// <summary>A comment that readers pass over: a sign of life.</summary>
    /// <exception cref="SlowReaderException">The reader took nothing for too long.</exception>
    public ValueTask Beat(CancellationToken cancel)
    {
        Text(":\n\n");
        return Flush(cancel);
    }

    /// <summary>How long a reader should wait before it comes back, milliseconds.</summary>
    public void Retry(int milliseconds) => Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"retry: {milliseconds}\n\n"));

    /// <summary>Sends what was written.</summary>
    /// <exception cref="SlowReaderException">The reader took nothing for too long.</exception>
    public async ValueTask Flush(CancellationToken cancel)
    {
        if (_unsent == 0) return;
        _unsent = 0;
        var flush = output.FlushAsync(cancel);
        if (!flush.IsCompleted) await Within(flush.AsTask(), cancel);
        else await flush;
        LastSent = time.GetTimestamp();
    }

    private async Task Within(Task flush, CancellationToken cancel)
    {
        try
        {
            await flush.WaitAsync(patience, time, cancel);
        }
        catch (TimeoutException)
        {
            throw new SlowReaderException();
        }
    }

    /// <summary>Stored text has no raw line feed, nor has the JSON around it.</summary>
    private void Write(RecordedEvent recorded)
    {
        Text($"id: {FeedCursor.After(recorded)}\ndata: ");
        using (var json = new Utf8JsonWriter(output, ApiJson.Writing))
        {
            CloudEvent.Write(json, recorded, source);
            json.Flush();
            _unsent += json.BytesCommitted;
        }

        Text("\n\n");
    }

    private void Text(string text)
    {
        _unsent += text.Length;
        output.Write(Encoding.UTF8.GetBytes(text));
    }
}

/// <summary>A reader took nothing for too long.</summary>
internal sealed class SlowReaderException : Exception;
