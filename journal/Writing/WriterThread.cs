using System.Diagnostics;

namespace CityGrains.Journal.Writing;

/// <summary>One thread of the writer, with a session of its own, opened anew after trouble with the store.</summary>
internal sealed class WriterThread<TSession>(
    IWriteSessions<TSession> sessions, WorkQueue queue, ReaderWriterLockSlim gate, CommitSignal committed, TSession session)
    where TSession : class, IWriteSession
{
    private const int MostPerBatch = 2048;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PendingAppend> _batch = [];
    private TSession? _session = session;

    /// <summary>Starts it; the task ends once the queue is closed and empty.</summary>
    public Task Start()
    {
        new Thread(Run) { IsBackground = true, Name = "journal writer" }.UnsafeStart();
        return _ended.Task;
    }

    private void Run()
    {
        var taken = new List<Pending>();
        while (queue.Take(taken, MostPerBatch))
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
        if (step.IsAlone) gate.EnterWriteLock();
        var trouble = Try(step.Run);
        if (step.IsAlone) gate.ExitWriteLock();
        if (trouble is null) step.Acknowledge();
        else step.Fail(sessions.Unavailable(trouble));
    }

    /// <summary>The batch as one transaction; when that fails, each append as one of its own, so that none suffers for another.</summary>
    private void Together()
    {
        if (_batch.Count == 0) return;
        using var span = StartSpan();
        Telemetry.BatchSize.Record(_batch.Count);
        var trouble = Commit(_batch);
        committed.Raise(); // before those who wait go on: what they ask next is answered afresh
        if (trouble is null) foreach (var append in _batch) append.Acknowledge();
        else if (_batch.Count == 1 || sessions.ConcernsStore(trouble)) foreach (var append in _batch) append.Fail(sessions.Unavailable(trouble));
        else OneByOne();
        _batch.Clear();
    }

    private void OneByOne()
    {
        foreach (var append in _batch)
        {
            var trouble = Commit([append]);
            committed.Raise();
            if (trouble is null) append.Acknowledge();
            else append.Fail(sessions.Unavailable(trouble));
        }
    }

    private Exception? Commit(IReadOnlyList<PendingAppend> batch)
    {
        gate.EnterReadLock();
        var trouble = Try(session => session.Commit(batch));
        gate.ExitReadLock();
        return trouble;
    }

    /// <summary>Runs work on the session, opened anew after trouble with the store; answers what went wrong.</summary>
    private Exception? Try(Action<TSession> work)
    {
        try
        {
            work(_session ??= sessions.Open());
            return null;
        }
#pragma warning disable CA1031 // Whatever goes wrong is told to those who wait for the work; the writer lives on for the others.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            if (sessions.Survives(trouble)) return trouble;
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
