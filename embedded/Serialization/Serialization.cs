using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Serialization;

/// <summary>Configures how messages are written. In one process none is.</summary>
public interface ISerializerBuilder
{
    /// <summary>The services of the process.</summary>
    IServiceCollection Services { get; }
}

/// <summary>Which exceptions cross from one node to another. In one process all reach their caller as they are.</summary>
public class ExceptionSerializationOptions
{
    /// <summary>True of the types that do.</summary>
    public Func<Type, bool> SupportedExceptionTypeFilter { get; set; } = _ => false;
}

/// <summary>Accepts what Orleans needs to know to write messages. In one process they are handed over as they are, so it has no effect.</summary>
public static class SerializationExtensions
{
    /// <summary>Configures how messages are written.</summary>
    public static IServiceCollection AddSerializer(this IServiceCollection services, Action<ISerializerBuilder>? configure = null)
    {
        configure?.Invoke(new SerializerBuilder(services));
        return services;
    }

    /// <summary>Writes the chosen types as JSON.</summary>
    public static ISerializerBuilder AddJsonSerializer(
        this ISerializerBuilder serializerBuilder, Func<Type, bool>? isSupported, JsonSerializerOptions? jsonSerializerOptions = null) => serializerBuilder;

    private sealed record SerializerBuilder(IServiceCollection Services) : ISerializerBuilder;
}
