using System.Diagnostics;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>
/// One grain in memory. It is its grain's synchronization context: calls, and the rest of methods after an await, are its turns, and a turn runs
/// only when no other does. A call waits until the one before has ended; read-only calls may overlap each other.
/// </summary>
internal sealed partial class Activation(GrainHost host, GrainClass grainClass, string key) : SynchronizationContext, IThreadPoolWorkItem
{
    private const int SliceMilliseconds = 50;

    private readonly Lock _gate = new();
    private readonly List<Call> _calls = []; // in the order they came; the first _running of them have started
    private int _running;
    private Turn? _firstTurn;
    private Turn? _lastTurn;
    private bool _scheduled;
    private Stage _stage;
    private DeactivationReason? _leaving;
    private long _lastUsed;

    private enum Stage : byte
    {
        New,
        Activating,
        Active,
        Deactivating,
        Gone,
    }

    public GrainHost Host => host;

    public string Key => key;

    /// <summary>Takes a call; false when this activation is gone and the call belongs to the next one.</summary>
    public bool TryTake(Call call)
    {
        lock (_gate)
        {
            if (_stage is Stage.Gone) return false;
            _calls.Add(call);
            if (_stage is Stage.New)
            {
                _stage = Stage.Activating;
                Post(span => Activate((Activity?)span), call.Span);
            }

            Schedule();
            return true;
        }
    }

    /// <summary>A call's method has ended, in this activation's turn.</summary>
    public void Ended(Call call, Exception? exception)
    {
        if (exception is InconsistentStateException) Leave(DeactivationReasonCode.ApplicationError, exception.Message);
        lock (_gate)
        {
            _calls.Remove(call);
            _running--;
            _lastUsed = host.Now;
        }
    }

    /// <summary>Leave memory once the running calls have ended; what waits goes to the next activation.</summary>
    /// <param name="code">Why, in one word.</param>
    /// <param name="text">Why, in a sentence.</param>
    /// <param name="unlessUsedSince">Stay if busy, or used after this moment; null to leave in any case.</param>
    public void Leave(DeactivationReasonCode code, string text, long? unlessUsedSince = null)
    {
        lock (_gate)
        {
            if (unlessUsedSince is not null && (_stage is not Stage.Active || _calls.Count > 0 || _lastUsed > unlessUsedSince)) return;
            _leaving ??= new(code, text);
            Schedule();
        }
    }

    /// <summary>Fails the calls that have waited too long for an answer.</summary>
    public void FailLateCalls()
    {
        if (_calls.Count == 0) return; // most are idle; a call that comes in just now is not late
        List<Call> late;
        Call? first;
        lock (_gate)
        {
            late = _calls.FindAll(host.IsLate);
            first = _running > 0 ? _calls[0] : null;
        }

        foreach (var call in late)
        {
            var behind = first is null || first == call ? "" : $" It waited behind {first.Method.Name}, which is still running.";
            call.Complete(Task.FromException(new TimeoutException($"{call.Method.Name} on {this} was not answered within {host.ResponseTimeout}.{behind}")));
        }
    }

    /// <summary>Puts the rest of a method in line.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            var turn = new Turn(d, state);
            if (_lastTurn is null) _firstTurn = turn;
            else _lastTurn.Next = turn;
            _lastTurn = turn;
            Schedule();
        }
    }

    /// <summary>Would block a thread until its turn, and deadlock from inside the grain.</summary>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A grain's turn cannot be waited for by blocking.");

    /// <summary>For people: <c>CityGrain/vn-son-la</c>.</summary>
    public override string ToString() => $"{grainClass.Type.Name}/{key}";

    /// <summary>A thread of the pool gives this activation its turns, for a while.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var until = Environment.TickCount64 + SliceMilliseconds;
        SetSynchronizationContext(this);
        while (Next() is { } next)
        {
            if (next is Call call) call.Start(this);
            else ((Turn)next).Run();

            if (Environment.TickCount64 < until) continue;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }
    }

    private object? Next()
    {
        lock (_gate)
        {
            var next = NextTurn() ?? NextCall() as object;
            _scheduled = next is not null;
            return next;
        }
    }

    private Turn? NextTurn()
    {
        if (_firstTurn is { } turn)
        {
            _firstTurn = turn.Next;
            if (_firstTurn is null) _lastTurn = null;
            return turn;
        }

        if (_stage is not Stage.Active || _leaving is null || _running > 0) return null;
        _stage = Stage.Deactivating;
        return new Turn(_ => Deactivate(_leaving.Value), null);
    }

    private Call? NextCall()
    {
        if (_stage is not Stage.Active || _leaving is not null) return null;
        while (_calls.Count > _running && _calls[_running].Answer.IsCompleted) _calls.RemoveAt(_running);
        if (_calls.Count == _running) return null;
        var call = _calls[_running];
        if (_running > 0 && !(call.Method.IsReadOnly && _calls[0].Method.IsReadOnly)) return null;
        _running++;
        return call;
    }

    private void Schedule()
    {
        if (_scheduled) return;
        _scheduled = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>The rest of a method after an await.</summary>
    private sealed class Turn(SendOrPostCallback callback, object? state)
    {
        public Turn? Next { get; set; }

        public void Run() => callback(state);
    }
}
