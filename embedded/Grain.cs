using Orleans.Runtime;

namespace Orleans;

/// <summary>
/// What every grain derives from: one object per key, called one request at a time, whose code never runs on two threads at once.
/// Same members as in Microsoft Orleans, so the same grains compile against either.
/// </summary>
public abstract class Grain : IAddressable
{
    private readonly Activation? _activation = Activation.Constructing;

    internal Activation Activation => _activation ??
        throw new InvalidOperationException($"{GetType().Name} was constructed by hand; only the grain host gives a grain its key.");

    /// <summary>Reaches other grains.</summary>
    protected IGrainFactory GrainFactory => Activation.Host;

    /// <summary>Services of this activation's own scope.</summary>
    protected internal IServiceProvider ServiceProvider => Activation.Services;

    /// <summary>Runs before the first call. When it throws, the calls that waited for it get its exception, and no activation is left.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call, when the grain leaves memory. The next call waits for it and goes to a new activation.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leave memory as soon as the running calls have ended.</summary>
    protected void DeactivateOnIdle() =>
        Activation.Leave(DeactivationReasonCode.ApplicationRequested, "The grain asked for it.");
}

/// <summary>What can be asked of a grain or a reference to one.</summary>
public static class GrainExtensions
{
    /// <summary>The key of a grain.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain switch
    {
        Grain inside => inside.Activation.Key,
        GrainReference reference => reference.Key,
        _ => throw new ArgumentException($"{grain?.GetType().Name ?? "null"} is no grain.", nameof(grain)),
    };
}
