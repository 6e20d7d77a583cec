using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>Hosts grains in this process: finds the activation of a key, or makes it; collects the idle; stops them all at shutdown.</summary>
internal sealed class GrainHost(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<GrainCollectionOptions> collection, IOptions<SiloMessagingOptions> messaging,
    ILogger<GrainHost> log) : IGrainFactory, IHostedService, IDisposable
{
    private static readonly TimeSpan LateCheck = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Type, GrainReference> _references = new();
    private readonly ConcurrentDictionary<Type, GrainClass> _classes = new();
    private readonly bool _flowActivity = messaging.Value.FlowActivity;
    private ITimer? _late;
    private ITimer? _idle;
    private volatile bool _stopping;

    public TimeSpan ResponseTimeout => messaging.Value.ResponseTimeout;

    public ILogger Log => log;

    /// <summary>The span that calls made now take along.</summary>
    public Activity? FlowingSpan => _flowActivity ? Activity.Current : null;

    public long Now => time.GetTimestamp();

    public bool IsLate(Call call) => time.GetElapsedTime(call.MadeAt) > ResponseTimeout;

    public AsyncServiceScope NewScope() => scopes.CreateAsyncScope();

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        if (grainClassNamePrefix is not null) throw new ArgumentException("One class implements each grain interface here.", nameof(grainClassNamePrefix));
        return (TGrainInterface)(object)_references.GetOrAdd(typeof(TGrainInterface), Pattern).For(primaryKey);
    }

    /// <summary>Hands a call to the activation of a key.</summary>
    public void Send(GrainClass grainClass, string key, Call call)
    {
        while (!call.Answer.IsCompleted)
        {
            if (!grainClass.Activations.TryGetValue(key, out var activation))
            {
                if (_stopping)
                {
                    call.Complete(Task.FromException(new OrleansMessageRejectionException(
                        $"{call.Method.Name} on {grainClass.Type.Name}/{key} was not started: the grain host is stopping.")));
                    return;
                }

                activation = grainClass.Activations.GetOrAdd(key, static (key, to) => new Activation(to.Host, to.Class, key), (Host: this, Class: grainClass));
            }

            if (activation.TryTake(call)) return;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var (age, quantum) = (collection.Value.CollectionAge, collection.Value.CollectionQuantum);
        if (age <= quantum) throw new OrleansConfigurationException($"CollectionAge ({age}) must be longer than CollectionQuantum ({quantum}).");

        var lateCheck = ResponseTimeout / 4 < LateCheck ? ResponseTimeout / 4 : LateCheck;
        _late = time.CreateTimer(_ => Each(activation => activation.FailLateCalls()), null, lateCheck, lateCheck);
        _idle = time.CreateTimer(_ => CollectIdle(age), null, quantum, quantum);
        return Task.CompletedTask;
    }

    /// <summary>Lets running calls end and every grain deactivate.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        while (_classes.Values.SelectMany(grainClass => grainClass.Activations.Values).ToList() is { Count: > 0 } leaving)
        {
            foreach (var activation in leaving) activation.Leave(DeactivationReasonCode.ShuttingDown, "The process is stopping.");
            await Task.WhenAll(leaving.Select(activation => activation.Gone)).WaitAsync(cancellationToken);
        }

        Dispose();
    }

    public void Dispose()
    {
        _idle?.Dispose();
        _late?.Dispose();
    }

    private GrainReference Pattern(Type grainInterface) =>
        GrainReference.Pattern(grainInterface, _classes.GetOrAdd(GrainClass.Implementing(grainInterface), type => new GrainClass(type)), this);

    private void CollectIdle(TimeSpan age)
    {
        var since = Now - (long)(age.TotalSeconds * time.TimestampFrequency);
        Each(activation => activation.Leave(DeactivationReasonCode.ActivationIdle, "Nobody has called it for the collection age.", since));
    }

    private void Each(Action<Activation> visit)
    {
        foreach (var grainClass in _classes.Values)
        {
            foreach (var (_, activation) in grainClass.Activations) visit(activation);
        }
    }
}
