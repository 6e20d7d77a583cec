using System.Collections.Immutable;

namespace CityGrains.Domain.Clocks;

/// <summary>Something that holds from a day on, until the next of its kind takes its place.</summary>
/// <typeparam name="T">What holds.</typeparam>
/// <param name="From">The first day it holds on.</param>
/// <param name="Value">What holds.</param>
public sealed record InForce<T>(DateOnly From, T Value);

/// <summary>What held when.</summary>
public static class InForce
{
    /// <summary>What holds on a day: the last that has begun by then. Before the first has begun, the first holds.</summary>
    public static T On<T>(this ImmutableArray<InForce<T>> history, DateOnly day)
    {
        var value = history[0].Value;
        foreach (var later in history)
        {
            if (later.From > day) break;
            value = later.Value;
        }

        return value;
    }
}
