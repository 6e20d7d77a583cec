using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>How it comes and goes.</summary>
internal sealed partial class Activation
{
    private static readonly TimeSpan LifecyclePatience = TimeSpan.FromSeconds(30);

    [ThreadStatic]
    private static Activation? _constructing;

    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AsyncServiceScope? _scope;

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? Constructing => _constructing;

    public Grain Instance { get; private set; } = null!;

    /// <summary>Services of its own scope.</summary>
    public IServiceProvider Services => _scope!.Value.ServiceProvider;

    /// <summary>Completes when it has left memory.</summary>
    public Task Gone => _gone.Task;

    /// <summary>Constructs the grain and lets it prepare. When that fails, so do the calls that waited for it.</summary>
    private async void Activate(Activity? span)
    {
        Activity.Current = span;
        try
        {
            foreach (var state in Construct()) await ((IStoredState)state).ReadStateAsync();
            await Patiently(Instance.OnActivateAsync);
            lock (_gate) (_stage, _lastUsed) = (Stage.Active, host.Now);
        }
        catch (Exception exception)
        {
            host.Log.NotActivated(this, exception);
            foreach (var call in await End()) call.Complete(Task.FromException(exception));
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
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{this} could not be constructed; the inner exception says why.", exception);
        }
        finally
        {
            _constructing = null;
        }
    }

    private async void Deactivate(DeactivationReason reason)
    {
        try
        {
            await Patiently(cancel => Instance.OnDeactivateAsync(reason, cancel));
        }
        catch (Exception exception)
        {
            host.Log.NotDeactivated(this, exception);
        }

        foreach (var call in await End()) host.Send(grainClass, key, call);
    }

    /// <summary>Waits for a step of its life, but not for ever; most end at once, and need no timer.</summary>
    private static async Task Patiently(Func<CancellationToken, Task> step)
    {
        using var limit = new CancellationTokenSource();
        var taken = step(limit.Token);
        if (!taken.IsCompleted) limit.CancelAfter(LifecyclePatience);
        await taken.WaitAsync(limit.Token);
    }

    /// <summary>Gone: frees the key, and returns the calls that still wait.</summary>
    private async Task<List<Call>> End()
    {
        if (_scope is { } scope) await scope.DisposeAsync();
        grainClass.Activations.TryRemove(new(key, this));
        lock (_gate) _stage = Stage.Gone;
        _gone.SetResult();
        return _calls;
    }
}
