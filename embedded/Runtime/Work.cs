using System.Diagnostics;

namespace Orleans.Runtime;

/// <summary>Something that waits for its turn in an activation.</summary>
internal abstract class Work
{
    public Work? Next { get; set; }
}

/// <summary>The rest of a method after an await.</summary>
internal sealed class Continuation(SendOrPostCallback callback, object? state) : Work
{
    public void Run() => callback(state);
}

/// <summary>One call of a grain's method, from the moment it was made until it is answered.</summary>
internal abstract class Call(GrainMethod method, object?[] arguments) : Work
{
    private Activation? _activation;
    private Task? _running;

    public GrainMethod Method => method;

    /// <summary>When it was made, by <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long MadeAt { get; set; }

    /// <summary>The caller's span; null where it is not to flow.</summary>
    public Activity? Span { get; set; }

    /// <summary>What the caller awaits.</summary>
    public abstract Task Answer { get; }

    /// <summary>Answers with an exception; nothing happens when it is answered already.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>Starts the grain's method, in the activation's turn.</summary>
    public void Start(Activation activation)
    {
        _activation = activation;
        var before = ExecutionContext.Capture()!;
        if (Span is not null) Activity.Current = Span;
        try
        {
            _running = method.Invoke(activation.Instance, arguments);
        }
#pragma warning disable CA1031 // Whatever a grain throws belongs to its caller.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _running = Task.FromException(exception);
        }
        finally
        {
            ExecutionContext.Restore(before);
        }

        if (_running.IsCompleted) End();
        else _running.GetAwaiter().UnsafeOnCompleted(End);
    }

    /// <summary>Answers as the finished method did.</summary>
    protected abstract void Copy(Task finished);

    private void End()
    {
        _activation!.Ended(this, _running!.Exception?.InnerException);
        Copy(_running!);
    }
}

/// <summary>A call whose answer is a <typeparamref name="TResult"/>; methods that return no value answer with nothing in it.</summary>
internal sealed class Call<TResult>(GrainMethod method, object?[] arguments) : Call(method, arguments)
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Answer => _answer.Task;

    public override void Fail(Exception exception) => _answer.TrySetException(exception);

    protected override void Copy(Task finished)
    {
        if (finished.IsFaulted) _answer.TrySetException(finished.Exception.InnerExceptions);
        else if (finished.IsCanceled) _answer.TrySetCanceled();
        else _answer.TrySetResult(finished is Task<TResult> task ? task.Result : default!);
    }
}

/// <summary>Waiting work, first come first served; the links are in the work itself, so an empty list costs nothing.</summary>
internal struct WorkQueue<TWork> where TWork : Work
{
    private TWork? _last;

    public TWork? First { get; private set; }

    public void Add(TWork work)
    {
        if (_last is null) First = work;
        else _last.Next = work;
        _last = work;
    }

    public TWork? Take()
    {
        if (First is not { } work) return null;
        First = (TWork?)work.Next;
        if (First is null) _last = null;
        work.Next = null;
        return work;
    }

    /// <summary>Takes one out of the middle.</summary>
    public void Remove(TWork work)
    {
        TWork? before = null;
        for (var each = First; each is not null; before = each, each = (TWork?)each.Next)
        {
            if (each != work) continue;
            if (before is null) First = (TWork?)work.Next;
            else before.Next = work.Next;
            if (_last == work) _last = before;
            work.Next = null;
            return;
        }
    }
}
