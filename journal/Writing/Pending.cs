using System.Diagnostics;

namespace CityGrains.Journal.Writing;

/// <summary>Something that waits for the writer. Who waits for it goes on elsewhere, never on the writer's turn.</summary>
internal abstract class Pending
{
    /// <summary>It is on disk: whoever waits may go on.</summary>
    public abstract void Acknowledge();

    /// <summary>It is not known to be on disk, for the reason given.</summary>
    public abstract void Fail(Exception reason);
}

/// <summary>An append that waits for its batch.</summary>
internal sealed class PendingAppend(AppendRequest request, ActivityContext caller) : Pending
{
    private readonly TaskCompletionSource<Written> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is to be appended.</summary>
    public AppendRequest Request { get; } = request;

    /// <summary>The trace it belongs to; default when nobody listens.</summary>
    public ActivityContext Caller { get; } = caller;

    /// <summary>What the batch did with it; told to the caller once the batch is on disk.</summary>
    public Written Written { get; set; }

    /// <summary>Ends when it is on disk, or refused, or lost.</summary>
    public Task<Written> Done => _done.Task;

    /// <inheritdoc/>
    public override void Acknowledge() => _done.SetResult(Written);

    /// <inheritdoc/>
    public override void Fail(Exception reason) => _done.SetException(reason);
}

/// <summary>Work that is no append, done between two batches.</summary>
internal sealed class PendingStep<TSession>(Action<TSession> step, bool isAlone) : Pending
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it is on disk.</summary>
    public Task Done => _done.Task;

    /// <summary>No batch is committed meanwhile, on any thread.</summary>
    public bool IsAlone => isAlone;

    /// <summary>Does it.</summary>
    public void Run(TSession session) => step(session);

    /// <inheritdoc/>
    public override void Acknowledge() => _done.SetResult();

    /// <inheritdoc/>
    public override void Fail(Exception reason) => _done.SetException(reason);
}
