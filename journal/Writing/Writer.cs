using System.Diagnostics;

namespace CityGrains.Journal.Writing;

/// <summary>
/// The writer of a node. It takes what waits, commits it as one transaction and acknowledges it; meanwhile the next batch gathers, so that batches grow with
/// the load. Where a store lets several transactions commit side by side, a second thread prepares its batch while the first waits for the disk.
/// </summary>
internal sealed class Writer<TSession> : IAsyncDisposable
    where TSession : class, IWriteSession
{
    private const int MostWaiting = 8192;

    private readonly WorkQueue _queue = new(MostWaiting);
    private readonly CommitSignal _committed = new();
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Task _ended;
    private int _rebuilds;

    /// <summary>Writes with a thread for each of these sessions.</summary>
    public Writer(IWriteSessions<TSession> sessions, params IReadOnlyList<TSession> open) =>
        _ended = Task.WhenAll([.. open.Select(session => new WriterThread<TSession>(sessions, _queue, _gate, _committed, session).Start())]);

    /// <summary>Ends with the next commit of appends.</summary>
    public Task NextCommit => _committed.Next;

    /// <summary>How often the rows were written anew.</summary>
    public int Rebuilds => Volatile.Read(ref _rebuilds);

    /// <summary>Appends with the next batch.</summary>
    public async Task<AppendOutcome> Append(AppendRequest request, CancellationToken cancel)
    {
        using var span = Telemetry.Source.StartActivity("journal append");
        var started = Stopwatch.GetTimestamp();
        var append = new PendingAppend(request, span?.Context ?? default);
        Telemetry.Waiting.Add(1);
        try
        {
            await _queue.Add(append, cancel);
            return (await append.Done).Of(request);
        }
        finally
        {
            Telemetry.Waiting.Add(-1);
            Telemetry.AppendDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>Does work between two batches.</summary>
    public Task Step(Action<TSession> work, CancellationToken cancel) => Do(new PendingStep<TSession>(work, isAlone: false), cancel);

    /// <summary>Writes the rows anew between two batches. The batches of all threads wait here, not at the store, whose patience ends.</summary>
    public Task Rebuild(Action<TSession> work, CancellationToken cancel) => Do(new PendingStep<TSession>(session =>
    {
        work(session);
        Interlocked.Increment(ref _rebuilds);
    }, isAlone: true), cancel);

    /// <summary>Writes what waits and closes the sessions.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended;
        _gate.Dispose();
    }

    private async Task Do(PendingStep<TSession> step, CancellationToken cancel)
    {
        await _queue.Add(step, cancel);
        await step.Done;
    }
}
