using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>How an activation comes and goes.</summary>
internal sealed partial class Activation
{
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AsyncServiceScope? _scope;
    private object? _leaving;

    /// <summary>Completes when it has left memory.</summary>
    public Task Gone => _gone.Task;

    /// <summary>Leave memory once the running calls have ended; what waits goes to the next activation.</summary>
    public void Leave(DeactivationReason reason)
    {
        lock (_gate)
        {
            _leaving ??= reason;
            Schedule();
        }
    }

    /// <summary>Leave memory if nobody has called since <paramref name="since"/>.</summary>
    public void LeaveIfIdle(long since)
    {
        lock (_gate)
        {
            if (_stage is not Stage.Active || _running.First is not null || _waiting.First is not null || _lastUsed > since) return;
            _leaving ??= new DeactivationReason(DeactivationReasonCode.ActivationIdle, "Nobody has called it for the collection age.");
            Schedule();
        }
    }

    /// <summary>Constructs the grain and lets it prepare. When that fails, so do the calls that waited for it.</summary>
    private async void Activate()
    {
        try
        {
            using var limit = new CancellationTokenSource(host.Collection.ActivationTimeout);
            foreach (var state in Construct().Cast<IStoredState>()) await state.ReadStateAsync();
            await Instance.OnActivateAsync(limit.Token).WaitAsync(limit.Token);
        }
#pragma warning disable CA1031 // Whatever prevents activation belongs to the callers.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            host.Log.NotActivated(this, exception);
            foreach (var call in await End()) call.Fail(exception);
            return;
        }

        lock (_gate)
        {
            _stage = Stage.Active;
            _lastUsed = host.Now;
        }
    }

    private object[] Construct()
    {
        _scope = host.NewScope();
        _constructing = this;
        try
        {
            (Instance, var states) = grainClass.Construct(this);
            return states;
        }
        finally
        {
            _constructing = null;
        }
    }

    private async void Deactivate()
    {
        try
        {
            using var limit = new CancellationTokenSource(host.Collection.DeactivationTimeout);
            await Instance.OnDeactivateAsync((DeactivationReason)_leaving!, limit.Token).WaitAsync(limit.Token);
        }
#pragma warning disable CA1031 // A grain that cannot say goodbye leaves all the same.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            host.Log.NotDeactivated(this, exception);
        }

        foreach (var call in await End()) host.Send(grainClass, key, call);
    }

    /// <summary>Gone: frees the key, and returns the calls that still wait.</summary>
    private async Task<List<Call>> End()
    {
        if (_scope is { } scope) await scope.DisposeAsync();
        grainClass.Activations.TryRemove(new KeyValuePair<string, Activation>(key, this));
        var left = new List<Call>();
        lock (_gate)
        {
            _stage = Stage.Gone;
            while (_waiting.Take() is { } call) left.Add(call);
        }

        _gone.SetResult();
        return left;
    }

    /// <summary>For people: <c>CityGrain/vn-son-la</c>.</summary>
    public override string ToString() => $"{grainClass.Type.Name}/{key}";
}
