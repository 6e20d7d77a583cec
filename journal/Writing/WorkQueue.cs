namespace CityGrains.Journal.Writing;

/// <summary>What waits for the writer, in order. A full queue makes callers wait, so that memory stays bounded.</summary>
#pragma warning disable CA1001 // A semaphore nobody asks for its wait handle holds nothing to dispose of, and late callers must still find it.
internal sealed class WorkQueue(int capacity)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly Queue<Pending> _waiting = new();
    private bool _closed;

    /// <summary>Puts work in; waits while the queue is full. Only that wait can be cancelled.</summary>
    /// <exception cref="JournalUnavailableException">The store is closed.</exception>
    public async ValueTask Add(Pending work, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        lock (_waiting)
        {
            if (!_closed)
            {
                _waiting.Enqueue(work);
                Monitor.Pulse(_waiting);
                return;
            }
        }

        _room.Release(); // for the next one that waits, to be told as well
        throw new JournalUnavailableException("The store is closed.");
    }

    /// <summary>Takes what waits, at most <paramref name="most"/>, and waits for the first; false when closed and empty.</summary>
    public bool Take(List<Pending> taken, int most)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_closed) Monitor.Wait(_waiting);
            while (taken.Count < most && _waiting.TryDequeue(out var work)) taken.Add(work);
        }

        if (taken.Count == 0) return false;
        _room.Release(taken.Count);
        return true;
    }

    /// <summary>Takes no more work in; what is there is still handed out.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.PulseAll(_waiting);
        }
    }
}
