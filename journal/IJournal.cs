namespace CityGrains.Journal;

/// <summary>The append-only record. What it says has happened; everything else is derived from it.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached, is full or is damaged.</remarks>
public interface IJournal
{
    /// <summary>The latest row of a stream, with the state it carries; null when nothing is recorded.</summary>
    ValueTask<StreamHead?> ReadHead(StreamId stream, CancellationToken cancel = default);

    /// <summary>The events of a stream in order, from version <paramref name="after"/> + 1.</summary>
    IAsyncEnumerable<RecordedEvent> ReadStream(StreamId stream, long after = 0, CancellationToken cancel = default);

    /// <summary>
    /// All events after <paramref name="after"/>, in the order of the feed; <see cref="FeedCursor.After"/> says how to go on from one of them.
    /// Never skips an event that commits late: it waits before one that still may, and ends there.
    /// </summary>
    IAsyncEnumerable<RecordedEvent> ReadAll(FeedCursor after = default, CancellationToken cancel = default);

    /// <summary>Where the feed ends now: what comes after it is yet to be recorded, or still being committed.</summary>
    ValueTask<FeedCursor> ReadEnd(CancellationToken cancel = default);

    /// <summary>
    /// Ends when this node has committed, or tried to, after the call. Whoever follows the feed waits for it, and looks now and then for what other nodes
    /// commit.
    /// </summary>
    Task NextCommit { get; }

    /// <summary>How often this node has written the rows anew. Whoever remembers what a row said before reads it again.</summary>
    int Rebuilds { get; }

    /// <summary>What a command recorded, in order; empty when it is not known.</summary>
    ValueTask<IReadOnlyList<RecordedEvent>> ReadCommand(Guid commandId, CancellationToken cancel = default);

    /// <summary>
    /// Appends events and their row in one transaction, together with what other grains are appending at that moment.
    /// When the task completes with <see cref="AppendStatus.Appended"/>, they are on disk. When it throws, nobody knows: read again.
    /// </summary>
    Task<AppendOutcome> Append(AppendRequest request, CancellationToken cancel = default);
}

/// <summary>Where a stream stands.</summary>
/// <param name="Version">How many events it has.</param>
/// <param name="Last">The last one.</param>
/// <param name="Format">Format of <paramref name="Body"/>; another than the program's means: fold from the events.</param>
/// <param name="Body">The state after the last event, JSON in UTF-8.</param>
public sealed record StreamHead(long Version, Rows.LastEvent Last, int Format, byte[] Body);

/// <summary>Events of one command on one stream, and the row they lead to.</summary>
/// <param name="Events">At least one, of one stream and one command, versions dense.</param>
/// <param name="Before">What the row was filtered and counted by; null for a new stream.</param>
/// <param name="After">The row as it becomes.</param>
public sealed record AppendRequest(IReadOnlyList<RecordedEvent> Events, Rows.RowKeys? Before, Rows.IRow After);

/// <summary>How an append ended.</summary>
public enum AppendStatus
{
    /// <summary>On disk.</summary>
    Appended,

    /// <summary>Another writer has appended to the stream since it was read; nothing was written.</summary>
    VersionConflict,

    /// <summary>The command id is known: nothing was written, see <see cref="IJournal.ReadCommand"/>.</summary>
    CommandKnown,
}

/// <summary>How an append ended, and what it wrote.</summary>
/// <param name="Status">How.</param>
/// <param name="Events">The events with their positions; empty unless appended.</param>
public sealed record AppendOutcome(AppendStatus Status, IReadOnlyList<RecordedEvent> Events);

/// <summary>The store cannot be reached, is full, or refuses to write. What was acknowledged is safe; the call can be made again.</summary>
public sealed class JournalUnavailableException : Exception
{
    /// <summary>For serialisers.</summary>
    public JournalUnavailableException()
    {
    }

    /// <summary>Says what failed.</summary>
    public JournalUnavailableException(string message) : base(message)
    {
    }

    /// <summary>Says what failed, and why.</summary>
    public JournalUnavailableException(string message, Exception cause) : base(message, cause)
    {
    }
}
