namespace CityGrains.Journal.Writing;

/// <summary>Tells whoever waits that the node has committed. Costs nothing but an exchange where nobody waits.</summary>
internal sealed class CommitSignal
{
    private TaskCompletionSource? _next;

    /// <summary>Ends with the next commit after the call.</summary>
    public Task Next
    {
        get
        {
            while (true)
            {
                if (Volatile.Read(ref _next) is { } waited) return waited.Task;
                var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (Interlocked.CompareExchange(ref _next, first, null) is null) return first.Task;
            }
        }
    }

    /// <summary>Something was committed.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, null)?.SetResult();
}
