using CityGrains.Api.Problems;

namespace CityGrains.Api;

/// <summary>Something read from a request, or the problem with it.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public readonly struct Reading<T>
{
    private readonly T _value;

    private Reading(T value, Problem? problem) => (_value, Problem) = (value, problem);

    /// <summary>What is wrong; null when nothing is.</summary>
    public Problem? Problem { get; }

    /// <summary>What was read.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead.</exception>
    public T Value => Problem is null ? _value : throw new InvalidOperationException($"Nothing was read: {Problem.Code}.");

    /// <summary>It was read.</summary>
    public static implicit operator Reading<T>(T value) => new(value, problem: null);

    /// <summary>It was not.</summary>
    public static implicit operator Reading<T>(Problem problem) => new(default!, problem);
}
