using System.Diagnostics;

namespace Orleans.Runtime;

/// <summary>One call of a grain's method, from the moment it was made until it is answered.</summary>
internal abstract class Call(GrainMethod method, object?[] arguments)
{
    private Activation? _activation;
    private Task? _running;

    public GrainMethod Method => method;

    /// <summary>When it was made, by <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long MadeAt { get; init; }

    /// <summary>The caller's span; null where it is not to flow.</summary>
    public Activity? Span { get; init; }

    /// <summary>What the caller awaits.</summary>
    public abstract Task Answer { get; }

    /// <summary>Starts the grain's method, in the activation's turn.</summary>
    public void Start(Activation activation)
    {
        _activation = activation;
        var before = ExecutionContext.Capture()!;
        if (Span is not null) Activity.Current = Span;
        _running = method.Invoke(activation.Instance, arguments);
        ExecutionContext.Restore(before);

        if (_running.IsCompleted) End();
        else _running.GetAwaiter().UnsafeOnCompleted(End);
    }

    /// <summary>Answers as a task ended; nothing happens when it is answered already.</summary>
    public abstract void Complete(Task ended);

    private void End()
    {
        _activation!.Ended(this, _running!.Exception?.InnerException);
        Complete(_running);
    }
}

/// <summary>A call whose answer is a <typeparamref name="TResult"/>; methods that return no value answer with an empty one.</summary>
internal sealed class Call<TResult>(GrainMethod method, object?[] arguments) : Call(method, arguments)
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Answer => _answer.Task;

    public override void Complete(Task ended)
    {
        if (ended.IsFaulted) _answer.TrySetException(ended.Exception.InnerExceptions);
        else if (ended.IsCanceled) _answer.TrySetCanceled();
        else _answer.TrySetResult(ended is Task<TResult> task ? task.Result : default!);
    }
}
