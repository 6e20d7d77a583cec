using System.Diagnostics;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>
/// The one writer of a store, on a thread of its own. It takes what waits, commits it as one transaction and acknowledges it;
/// meanwhile the next batch gathers, so that batches grow with the load.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MostWaiting = 8192;
    private const int MostPerBatch = 2048;

    private readonly string _file;
    private readonly WorkQueue _queue = new(MostWaiting);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PendingAppend> _batch = [];
    private WriteSession? _session;

    public Writer(string file, WriteSession session)
    {
        (_file, _session) = (file, session);
        new Thread(Run) { IsBackground = true, Name = "journal writer" }.UnsafeStart();
    }

    /// <summary>Appends with the next batch.</summary>
    public async Task<Written> Append(AppendRequest request, ActivityContext caller, CancellationToken cancel)
    {
        var append = new PendingAppend(request, caller);
        await _queue.Add(append, cancel);
        return await append.Done;
    }

    /// <summary>Runs work in a transaction between two batches.</summary>
    public async Task Step(Action<Connection> work, CancellationToken cancel)
    {
        var step = new PendingStep(work);
        await _queue.Add(step, cancel);
        await step.Done;
    }

    /// <summary>Writes what waits and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task;
        _queue.Dispose();
    }

    private void Run()
    {
        var taken = new List<Pending>();
        while (_queue.Take(taken, MostPerBatch))
        {
            foreach (var work in taken)
            {
                if (work is PendingAppend append) _batch.Add(append);
                else Alone((PendingStep)work);
            }

            Together();
            taken.Clear();
        }

        _session?.Dispose();
        _ended.SetResult();
    }

    private void Alone(PendingStep step)
    {
        Together();
        var trouble = Try(session => session.Transact(() => step.Run(session.Connection)));
        if (trouble is null) step.Acknowledge();
        else step.Fail(Unavailable(trouble));
    }

    /// <summary>The batch as one transaction; when that fails, each append as one of its own, so that none suffers for another.</summary>
    private void Together()
    {
        if (_batch.Count == 0) return;
        using var span = StartSpan();
        Telemetry.BatchSize.Record(_batch.Count);
        var trouble = Try(session => session.Commit(_batch));
        if (trouble is null) foreach (var append in _batch) append.Acknowledge();
        else if (_batch.Count == 1 || trouble is SqliteError { ConcernsStore: true }) foreach (var append in _batch) append.Fail(Unavailable(trouble));
        else OneByOne();
        _batch.Clear();
    }

    private void OneByOne()
    {
        foreach (var append in _batch)
        {
            var trouble = Try(session => session.Commit([append]));
            if (trouble is null) append.Acknowledge();
            else append.Fail(Unavailable(trouble));
        }
    }

    /// <summary>Runs work on the session, opened anew after trouble with the file; answers what went wrong.</summary>
    private Exception? Try(Action<WriteSession> work)
    {
        try
        {
            work(_session ??= new WriteSession(SqliteFile.OpenForWriting(_file)));
            return null;
        }
#pragma warning disable CA1031 // Whatever goes wrong is told to those who wait for the work; the writer lives on for the others.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            if (trouble is SqliteError { ConcernsStore: false } or RowOutOfStepException) return trouble;
            _session?.Dispose();
            _session = null;
            return trouble;
        }
    }

    private JournalUnavailableException Unavailable(Exception trouble) =>
        trouble is SqliteError error ? error.Unavailable(_file) : new JournalUnavailableException($"The store {_file} could not take it: {trouble.Message}", trouble);

    private Activity? StartSpan() => !Telemetry.Source.HasListeners() ? null : Telemetry.Source.StartActivity(
        "journal commit", ActivityKind.Internal, default(ActivityContext),
        links: _batch.Where(append => append.Caller != default).Select(append => new ActivityLink(append.Caller)));
}
