using System.Diagnostics;

namespace CityGrains.Journal.Writing;

/// <summary>
/// The one writer of a node, on a thread of its own. It takes what waits, commits it as one transaction and acknowledges it;
/// meanwhile the next batch gathers, so that batches grow with the load.
/// </summary>
internal sealed class Writer<TSession> : IAsyncDisposable
    where TSession : class, IWriteSession
{
    private const int MostWaiting = 8192;
    private const int MostPerBatch = 2048;

    private readonly IWriteSessions<TSession> _sessions;
    private readonly WorkQueue _queue = new(MostWaiting);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PendingAppend> _batch = [];
    private readonly CommitSignal _committed = new();
    private TSession? _session;
    private int _rebuilds;

    public Writer(IWriteSessions<TSession> sessions, TSession session)
    {
        (_sessions, _session) = (sessions, session);
        new Thread(Run) { IsBackground = true, Name = "journal writer" }.UnsafeStart();
    }

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
        await _queue.Add(append, cancel);
        var written = await append.Done;
        Telemetry.AppendDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        return written.Of(request);
    }

    /// <summary>Does work between two batches.</summary>
    public async Task Step(Action<TSession> work, CancellationToken cancel)
    {
        var step = new PendingStep<TSession>(work);
        await _queue.Add(step, cancel);
        await step.Done;
    }

    /// <summary>Writes the rows anew between two batches.</summary>
    public Task Rebuild(Action<TSession> work, CancellationToken cancel) => Step(
        session =>
        {
            work(session);
            Interlocked.Increment(ref _rebuilds);
        },
        cancel);

    /// <summary>Writes what waits and closes the session.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task;
    }

    private void Run()
    {
        var taken = new List<Pending>();
        while (_queue.Take(taken, MostPerBatch))
        {
            foreach (var work in taken)
            {
                if (work is PendingAppend append) _batch.Add(append);
                else Alone((PendingStep<TSession>)work);
            }

            Together();
            taken.Clear();
        }

        _session?.Dispose();
        _ended.SetResult();
    }

    private void Alone(PendingStep<TSession> step)
    {
        Together();
        var trouble = Try(step.Run);
        if (trouble is null) step.Acknowledge();
        else step.Fail(_sessions.Unavailable(trouble));
    }

    /// <summary>The batch as one transaction; when that fails, each append as one of its own, so that none suffers for another.</summary>
    private void Together()
    {
        if (_batch.Count == 0) return;
        using var span = StartSpan();
        Telemetry.BatchSize.Record(_batch.Count);
        var trouble = Try(session => session.Commit(_batch));
        _committed.Raise(); // before those who wait go on: what they ask next is answered afresh
        if (trouble is null) foreach (var append in _batch) append.Acknowledge();
        else if (_batch.Count == 1 || _sessions.ConcernsStore(trouble)) foreach (var append in _batch) append.Fail(_sessions.Unavailable(trouble));
        else OneByOne();
        _batch.Clear();
    }

    private void OneByOne()
    {
        foreach (var append in _batch)
        {
            var trouble = Try(session => session.Commit([append]));
            _committed.Raise();
            if (trouble is null) append.Acknowledge();
            else append.Fail(_sessions.Unavailable(trouble));
        }
    }

    /// <summary>Runs work on the session, opened anew after trouble with the store; answers what went wrong.</summary>
    private Exception? Try(Action<TSession> work)
    {
        try
        {
            work(_session ??= _sessions.Open());
            return null;
        }
#pragma warning disable CA1031 // Whatever goes wrong is told to those who wait for the work; the writer lives on for the others.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            if (_sessions.Survives(trouble)) return trouble;
            _session?.Dispose();
            _session = null;
            return trouble;
        }
    }

    /// <summary>A commit belongs to the trace of the append that came first, and is linked to those it was shared with.</summary>
    private Activity? StartSpan() => !Telemetry.Source.HasListeners() ? null : Telemetry.Source.StartActivity(
        "journal commit", ActivityKind.Internal, _batch[0].Caller,
        links: _batch.Skip(1).Where(append => append.Caller != default).Select(append => new ActivityLink(append.Caller)));
}
