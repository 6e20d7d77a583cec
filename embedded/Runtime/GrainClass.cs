using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>A class of grains and its activations, one per key.</summary>
internal sealed class GrainClass
{
    private readonly ObjectFactory _construct;

    public GrainClass(Type type)
    {
        Type = type;
        _construct = ActivatorUtilities.CreateFactory(type, []);
    }

    public Type Type { get; }

    public ConcurrentDictionary<string, Activation> Activations { get; } = new(StringComparer.Ordinal);

    /// <summary>A new grain, not yet activated.</summary>
    public Grain Construct(IServiceProvider services) => (Grain)_construct(services, []);

    /// <summary>The one class that implements a grain interface, among the loaded assemblies that know this one.</summary>
    /// <exception cref="ArgumentException">There is none, or there are several.</exception>
    public static Type Implementing(Type grainInterface)
    {
        var here = typeof(Grain).Assembly.GetName().Name;
        var found = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetReferencedAssemblies().Any(name => name.Name == here))
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
