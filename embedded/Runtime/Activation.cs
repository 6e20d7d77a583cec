namespace Orleans.Runtime;

/// <summary>
/// One grain in memory. It is its grain's synchronization context: calls and the rest of methods after an await are its turns,
/// and a turn runs only when no other does. Calls wait until the running one has ended; read-only calls may overlap each other.
/// </summary>
internal sealed partial class Activation(GrainHost host, GrainClass grainClass, string key) : SynchronizationContext, IThreadPoolWorkItem
{
    [ThreadStatic]
    private static Activation? _constructing;

    private readonly Lock _gate = new();
    private WorkQueue<Continuation> _turns;
    private WorkQueue<Call> _waiting;
    private WorkQueue<Call> _running;
    private Stage _stage;
    private bool _scheduled;
    private long _lastUsed;

    private enum Stage : byte
    {
        New,
        Activating,
        Active,
        Deactivating,
        Gone,
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? Constructing => _constructing;

    public GrainHost Host => host;

    public string Key => key;

    /// <summary>The grain.</summary>
    public Grain Instance { get; private set; } = null!;

    /// <summary>Services of its own scope.</summary>
    public IServiceProvider Services => _scope!.Value.ServiceProvider;

    /// <summary>Takes a call; false when this activation is gone and the call belongs to the next one.</summary>
    public bool TryTake(Call call)
    {
        lock (_gate)
        {
            if (_stage is Stage.Gone) return false;
            _waiting.Add(call);
            Schedule();
            return true;
        }
    }

    /// <summary>A running call has ended, in this activation's turn.</summary>
    public void Ended(Call call, Exception? exception)
    {
        lock (_gate)
        {
            _running.Remove(call);
            _lastUsed = host.Now;
            if (exception is Storage.InconsistentStateException) Leave(new(DeactivationReasonCode.ApplicationError, exception, "Its stored state is out of date."));
        }
    }

    /// <summary>Puts the rest of a method in line.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _turns.Add(new Continuation(d, state));
            Schedule();
        }
    }

    /// <summary>Would block a thread until its turn, and deadlock from inside the grain.</summary>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A grain's turn cannot be waited for by blocking.");

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Fails the calls that have waited for an answer longer than <see cref="Configuration.SiloMessagingOptions.ResponseTimeout"/>.</summary>
    public void FailLateCalls()
    {
        lock (_gate)
        {
            for (var call = _running.First; call is not null; call = (Call?)call.Next) FailIfLate(call);
            for (var call = _waiting.First; call is not null; call = (Call?)call.Next) FailIfLate(call);
        }
    }

    /// <summary>A thread of the pool gives this activation its turns.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var until = Environment.TickCount64 + GrainHost.TurnsAtOnceMilliseconds;
        SetSynchronizationContext(this);
        try
        {
            while (Turn())
            {
                if (Environment.TickCount64 < until) continue;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }

    /// <summary>Runs one turn; false when there is none.</summary>
    private bool Turn()
    {
        Work? work;
        lock (_gate)
        {
            work = _turns.Take() ?? NextStep();
            if (work is null) _scheduled = false;
        }

        switch (work)
        {
            case Continuation rest: rest.Run(); return true;
            case Call call: call.Start(this); return true;
            case Step step: step.Run(this); return true;
            default: return false;
        }
    }

    /// <summary>What comes next apart from the rest of running methods.</summary>
    private Work? NextStep()
    {
        switch (_stage)
        {
            case Stage.New:
                _stage = Stage.Activating;
                return new Step(activation => activation.Activate());
            case Stage.Active when _leaving is not null && _running.First is null:
                _stage = Stage.Deactivating;
                return new Step(activation => activation.Deactivate());
            case Stage.Active when _leaving is null:
                while (_waiting.First is { Answer.IsCompleted: true }) _waiting.Take();
                if (_waiting.First is not { } call || !MayStart(call)) return null;
                _running.Add(_waiting.Take()!);
                return call;
            default:
                return null;
        }
    }

    private bool MayStart(Call call) => _running.First is null || (call.Method.IsReadOnly && _running.First.Method.IsReadOnly);

    private void Schedule()
    {
        if (_scheduled) return;
        _scheduled = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void FailIfLate(Call call)
    {
        if (call.Answer.IsCompleted || !host.IsLate(call)) return;
        var ahead = _running.First is { } running && running != call ? $" It waited behind {running.Method.Name}, which is still running." : "";
        call.Fail(new TimeoutException($"{call.Method.Name} on {grainClass.Type.Name}/{key} was not answered within {host.ResponseTimeout}.{ahead}"));
    }

    private sealed class Step(Action<Activation> run) : Work
    {
        public void Run(Activation activation) => run(activation);
    }
}
