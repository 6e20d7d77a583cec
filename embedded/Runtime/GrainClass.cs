using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>A class of grains and its activations, one per key.</summary>
internal sealed class GrainClass
{
    private readonly ParameterInfo[] _states;
    private readonly ObjectFactory _construct;

    public GrainClass(Type type)
    {
        Type = type;
        _states = [.. type.GetConstructors().SelectMany(made => made.GetParameters()).Where(given => given.IsDefined(typeof(PersistentStateAttribute)))];
        _construct = ActivatorUtilities.CreateFactory(type, [.. _states.Select(state => state.ParameterType)]);
    }

    public Type Type { get; }

    public ConcurrentDictionary<string, Activation> Activations { get; } = new(StringComparer.Ordinal);

    /// <summary>A new grain, not yet activated, and its stored states, not yet read.</summary>
    public (Grain Grain, object[] States) Construct(Activation activation)
    {
        var states = Array.ConvertAll(_states, state => Activator.CreateInstance(
            typeof(PersistentState<>).MakeGenericType(state.ParameterType.GenericTypeArguments), activation,
            state.GetCustomAttribute<PersistentStateAttribute>())!);
        return ((Grain)_construct(activation.Services, states), states);
    }

    /// <summary>The one class that implements a grain interface, among the loaded assemblies that know this one.</summary>
    /// <exception cref="ArgumentException">There is none, or there are several.</exception>
    public static Type Implementing(Type grainInterface)
    {
        var here = typeof(Grain).Assembly.GetName().Name;
        var found = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(name => name.Name == here))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsSubclassOf(typeof(Grain)) && type.IsAssignableTo(grainInterface))
            .ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"Could not find an implementation for interface {grainInterface}", nameof(grainInterface)),
            _ => throw new ArgumentException($"Several classes implement {grainInterface}: {string.Join(", ", found)}", nameof(grainInterface)),
        };
    }
}
